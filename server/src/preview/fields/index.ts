import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { type ContentValue, contentValue } from '../content-value.ts';
import { html, type Html } from '../html.ts';
import { blocks, looksLikeBlocks } from './blocks.ts';
import { choice } from './choice.ts';
import { color } from './color.ts';
import { date } from './date.ts';
import { entries } from './entries.ts';
import { files } from './files.ts';
import { layout } from './layout.ts';
import { link } from './link.ts';
import { number } from './number.ts';
import { object } from './object.ts';
import { pages } from './pages.ts';
import { range } from './range.ts';
import type { DrawContext, FieldContext, FieldRenderer } from './renderer.ts';
import { holdsRows } from './rows.ts';
import { structure } from './structure.ts';
import { tags } from './tags.ts';
import { text } from './text.ts';
import { textarea } from './textarea.ts';
import { toggle } from './toggle.ts';
import { users } from './users.ts';
import { writer } from './writer.ts';

/** How each field type is drawn; blocks and layouts of a file itself are fragments instead. */
export const fieldRenderers: ReadonlyMap<string, FieldRenderer> = new Map([
  ['blocks', blocks],
  ['checkboxes', tags],
  ['color', color],
  ['date', date],
  ['email', link],
  ['entries', entries],
  ['files', files],
  ['hidden', text],
  ['layout', layout],
  ['link', link],
  ['list', writer],
  ['markdown', textarea],
  ['multiselect', tags],
  ['number', number],
  ['object', object],
  ['pages', pages],
  ['radio', choice],
  ['range', range],
  ['select', choice],
  ['slug', text],
  ['structure', structure],
  ['tags', tags],
  ['tel', link],
  ['text', text],
  ['textarea', textarea],
  ['time', date],
  ['toggle', toggle],
  ['toggles', choice],
  ['url', link],
  ['users', users],
  ['writer', writer],
]);

/** How deep values are drawn inside of each other. */
const deepest = 4;

/**
 * A value that is not empty, drawn as its field type; one that no blueprint knows as it looks.
 *
 * @param type another type than the field's own
 */
export function drawField(
  value: ContentValue,
  definition: FieldDefinition | undefined,
  context: DrawContext,
  type: string | undefined = definition?.type,
): Html {
  return drawAt(value, definition, context, type, 0);
}

function drawAt(
  value: ContentValue,
  definition: FieldDefinition | undefined,
  context: DrawContext,
  type: string | undefined,
  depth: number,
): Html {
  const draw: FieldContext['draw'] = (json, field) => {
    const inner = contentValue(json);
    if (inner.isEmpty || depth >= deepest) return html``;
    return drawAt(inner, field, context, field?.type, depth + 1);
  };
  return rendererOf(type, value)(value, { ...context, draw }, definition);
}

function rendererOf(
  type: string | undefined,
  { json, text: written }: ContentValue,
): FieldRenderer {
  const known = type === undefined ? undefined : fieldRenderers.get(type);
  if (known !== undefined) return known;
  // Only a plugin knows the type, or Kirby has a box in its place.
  if (looksLikeBlocks(json)) return blocks;
  if (written === undefined) return holdsRows(json) ? structure : listRenderer(json);
  return byLooks.find(([pattern]) => pattern.test(written))?.[1] ?? text;
}

/** Of a list in JSON that names files or pages. */
function listRenderer(json: ContentValue['json']): FieldRenderer {
  const first: unknown = Array.isArray(json) ? json[0] : undefined;
  if (typeof first !== 'string') return text;
  return first.startsWith('file://') ? files : first.startsWith('page://') ? pages : text;
}

const byLooks: readonly (readonly [RegExp, FieldRenderer])[] = [
  [/^(?:- *)?file:\/\//, files],
  [/^(?:- *)?page:\/\//, pages],
  [/^#[\da-f]{3,8}$/i, color],
  [/^- *\n +[\w-]+:|^- [\w-]+: /, structure],
  [/^(?:[a-z][\w-]*:(?: [^\n]*)?(?:\n|$)){2,}$/i, object],
  [/\((?:image|link|file|video|email|tel|gist|youtube|vimeo):/, textarea],
  [/^<(?:p|h[1-6]|ul|ol|blockquote)\b[^>]*>[^]*>$/i, writer],
  [/\n/, textarea],
];
