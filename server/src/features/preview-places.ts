import { fieldNamed } from '../kirby/content/parse.ts';
import { jsonOf } from '../kirby/json/json-text.ts';
import { pathAt } from '../kirby/json/tree.ts';
import type { JsonPath } from '../kirby/json/value.ts';
import { type Span, touches } from '../kirby/text/span.ts';
import type { ContentDocument } from '../kirby/content/document.ts';
import type { FragmentPlace, Preview } from '../preview/model.ts';

/** The text a fragment of the preview comes from; `undefined` when it is there no longer. */
export function spanOf(document: ContentDocument, place: FragmentPlace): Span | undefined {
  const field = fieldNamed(document, place.field);
  if (field === undefined) return undefined;
  return place.path.length === 0 ? field.span : jsonOf(field).spanAt(place.path);
}

/**
 * Where a text of a fragment stands, without its quotes: a value in the content of a block, or what a
 * field holds. `undefined` when there is none.
 */
export function partSpan(
  document: ContentDocument,
  { field: name, path }: FragmentPlace,
  part: string,
): Span | undefined {
  const field = fieldNamed(document, name);
  if (field === undefined || path.length === 0) return field?.valueSpan;
  const span = jsonOf(field).spanAt([...path, 'content', part]);
  return span && document.text[span.start] === '"'
    ? { start: span.start + 1, end: span.end - 1 }
    : undefined;
}

/** The key of the innermost fragment that shows a place of the text. */
export function keyAt(
  document: ContentDocument,
  preview: Preview,
  offset: number,
): string | undefined {
  const field = document.fields.find(({ span }) => touches(span, offset));
  if (field === undefined) return undefined;
  const inValue = field.value.fromSource(offset);
  const here = [...preview.fragments.values()].filter(({ place }) => place.field === field.name);
  const needsPath = inValue !== undefined && here.some(({ place }) => place.path.length > 0);
  const root = needsPath ? jsonOf(field).tree() : undefined;
  const path = root === undefined ? [] : (pathAt(root, inValue ?? 0) ?? []);
  let best: { readonly key: string; readonly length: number } | undefined;
  for (const { key, place } of here) {
    if (startsWith(path, place.path) && place.path.length >= (best?.length ?? 0)) {
      best = { key, length: place.path.length };
    }
  }
  return best?.key;
}

function startsWith(path: JsonPath, beginning: JsonPath): boolean {
  return beginning.length <= path.length && beginning.every((step, index) => step === path[index]);
}
