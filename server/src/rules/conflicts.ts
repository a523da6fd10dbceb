import type { ContentDocument } from '../kirby/content/document.ts';
import { type Conflict, conflictsIn } from '../kirby/json/conflict.ts';
import { memo } from '../kirby/text/memo.ts';
import { intersects, slice } from '../kirby/text/span.ts';
import type { JsonField } from '../site/json-fields.ts';

/** The conflicts of a document that touch JSON: with a field's name inside, the field itself is not to be found. */
export function jsonConflicts(
  document: ContentDocument,
  fields: readonly JsonField[],
): readonly Conflict[] {
  return conflictsOf(document).filter(
    ({ span }) =>
      fields.some(({ field }) => intersects(span, field.span)) ||
      /[[{]\s*[{"]/u.test(slice(document.text, span)),
  );
}

/** The others. What only shows a conflict, between fences of Markdown, is none. */
export function plainConflicts(
  document: ContentDocument,
  fields: readonly JsonField[],
): readonly Conflict[] {
  const ofJson = new Set(jsonConflicts(document, fields));
  return conflictsOf(document).filter(
    (conflict) => !ofJson.has(conflict) && !isFenced(document, conflict),
  );
}

/** All conflicts, marked as git marks them: a longer line underlines something. */
export const conflictsOf = memo(({ text }: ContentDocument): readonly Conflict[] =>
  conflictsIn(text).filter(({ span }) => {
    const marks = slice(text, span).match(/^(?:<<<<<<<|=======|>>>>>>>)[^\r\n]*/gmu) ?? [];
    return marks.every((mark) => /^(?:={7}|([<>])\1{6}(?: .*)?)$/u.test(mark));
  }),
);

function isFenced({ text, fields }: ContentDocument, { span }: Conflict): boolean {
  const field = fields.find((one) => one.span.start <= span.start && span.end <= one.span.end);
  if (field === undefined) return false;
  const before = text.slice(field.span.start, span.start);
  return (before.match(/^\s*(?:```|~~~)/gmu) ?? []).length % 2 === 1;
}
