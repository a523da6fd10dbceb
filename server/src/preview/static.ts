import type { ContentDocument } from '../kirby/content/document.ts';
import type { ContentFile } from '../site/site.ts';
import type { Preview, RenderContext } from './model.ts';
import { renderPage } from './render.ts';

const slots = /<kirby-slot data-key="([^"]*)"><\/kirby-slot>/gu;

/**
 * A page, or one of its fields, as one piece of HTML: every fragment in its slot.
 *
 * @param fieldName `undefined`: the whole page
 * @returns `undefined` when the file shows no field of that name
 */
export function staticHtml(
  document: ContentDocument,
  context: RenderContext,
  file: ContentFile | undefined,
  fieldName: string | undefined,
): string | undefined {
  const preview = renderPage(document, context, file);
  const keys =
    fieldName === undefined ? preview.roots : topKeysOf(preview, fieldName.replace(/[- ]/gu, '_'));
  return keys.length === 0 && fieldName !== undefined
    ? undefined
    : keys.map((key) => assembled(preview, key)).join('\n');
}

/** The fragments of a field that stand in no other fragment of the field. */
function topKeysOf({ roots, fragments }: Preview, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  const isOf = (key: string): boolean => {
    const place = fragments.get(key)?.place;
    return place?.field === wanted && place.path.length === 0 && !key.startsWith('#');
  };
  const atTop = roots.filter(isOf);
  return atTop.length > 0 ? atTop : [...fragments.keys()].filter(isOf);
}

function assembled(preview: Preview, key: string): string {
  const html = preview.fragments.get(key)?.html ?? '';
  return html.replace(slots, (_slot, child: string) => assembled(preview, child));
}
