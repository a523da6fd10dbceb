import { chunksOf } from '../kirby/content/chunks.ts';
import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { replace } from '../kirby/json/text-edit.ts';
import { writtenKey } from './field-key.ts';
import { isBogus } from './odd-chunk.ts';
import type { Fix, Rule } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * Two fields of one name. `Kirby\Data\Txt::decode()` lowers the key and makes `_` of hyphens and
 * blanks, so that `My-Text`, `my text` and `My_text` are one field; the last value counts.
 */
export const duplicateField: Rule = {
  code: 'duplicate-field',
  severity: 'warning',
  reads: 'document',
  *check({ document }) {
    const { fields } = document;
    const last = new Map(fields.map((field) => [field.name, field]));
    if (last.size === fields.length) return;
    for (const field of fields) {
      const counts = last.get(field.name);
      if (counts === undefined || counts === field || isBogus(document, field)) continue;
      const other = writtenKey(document, counts);
      const spelling =
        other === writtenKey(document, field)
          ? ''
          : say` as "${other}", which is the same to Kirby`;
      yield {
        message: say`This field stands here again${spelling}. Kirby reads only the last one, and the next save in the Panel deletes this one; remove or rename one of them.`,
        span: field.nameSpan,
        related: [{ message: say`Kirby reads this one.`, span: counts.nameSpan }],
        fixes: () => fixes(document, field, counts),
      };
    }
  },
};

/** Takes the field away that Kirby does not read; unasked only where nothing is lost with it. */
function fixes(document: ContentDocument, field: Field, counts: Field): readonly Fix[] {
  const chunks = chunksOf(document);
  const at = chunks.findIndex((chunk) => chunk.field === field);
  const chunk = chunks[at];
  const next = chunks[at + 1];
  if (chunk === undefined || next === undefined) return [];
  const isSame = field.value.text === counts.value.text || field.value.text === '';
  return [
    {
      title: isSame ? say`Remove this field` : say`Remove this field, which Kirby does not read`,
      edits: [replace(chunk.span.start, next.span.start, '')],
      safe: isSame,
    },
  ];
}
