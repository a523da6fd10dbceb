import { setFieldValue } from '../kirby/content/edit.ts';
import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { jsonOf } from '../kirby/json/json-text.ts';
import { respelled, type Spelling, spellings } from '../kirby/json/restyle.ts';
import type { TextEdit } from '../kirby/json/text-edit.ts';
import { slice } from '../kirby/text/span.ts';
import type { RuleContext } from '../rules/rule.ts';
import { type JsonField, jsonFields } from '../site/json-fields.ts';

/** What spelling JSON another way comes to. */
export interface StyleConversion {
  /** In the document, in rising order and apart from each other; one for each field that changes. */
  readonly edits: readonly TextEdit[];
  /** The fields that stay as they are because they cannot be read: `Layout`. */
  readonly refused: readonly string[];
}

/**
 * The edits that spell the Layout and Blocks fields of a document another way. Their values stay the
 * same, and so does every other field.
 *
 * @param offset where one field is meant; `undefined`: all of them
 */
export function convertStyle(
  context: RuleContext,
  spelling: Spelling,
  offset?: number,
): StyleConversion {
  const { document } = context;
  const edits: TextEdit[] = [];
  const refused: string[] = [];
  for (const { field } of fieldsAt(context, offset)) {
    if (field.value.text === '') continue;
    const inField = conversionOf(document, field, spelling);
    if (inField === undefined) refused.push(slice(document.text, field.nameSpan));
    else edits.push(...inField);
  }
  return { edits, refused };
}

/** The spellings that the field at an offset does not have already. */
export function otherSpellings(
  context: RuleContext,
  offset: number,
): readonly { readonly spelling: Spelling; readonly edits: readonly TextEdit[] }[] {
  return spellings.flatMap((spelling) => {
    const { edits } = convertStyle(context, spelling, offset);
    return edits.length === 0 ? [] : [{ spelling, edits }];
  });
}

function fieldsAt(
  { document, site, file }: RuleContext,
  offset: number | undefined,
): readonly JsonField[] {
  const fields = jsonFields(document, site, file);
  if (offset === undefined) return fields;
  return fields.filter(({ field: { span } }) => span.start <= offset && offset <= span.end);
}

function conversionOf(
  document: ContentDocument,
  field: Field,
  spelling: Spelling,
): readonly TextEdit[] | undefined {
  if (jsonOf(field).value === undefined) return undefined;
  const { text } = field.value;
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  const written = respelled(text, spelling, eol);
  if (written === undefined) return undefined;
  return written === text ? [] : setFieldValue(document, field, written);
}
