import type { JsonValue } from '../json/value.ts';
import { phpTrim } from '../text/php.ts';
import { type FieldValue, replaced } from '../values/field-value.ts';
import type { ValueFix } from './field-type.ts';
import { say } from '../text/say.ts';

/** What fields of one scalar share. */

/** The text of a value without the blanks around it; `''` for what is no text. */
export function scalarText({ value }: FieldValue): string {
  return typeof value === 'string' ? phpTrim(value) : '';
}

/** The fix that puts a text in the place of the value; none where the edit is refused. */
export function useText(
  value: FieldValue,
  text: string,
  title = say`Use ${text}`,
  safe = false,
): readonly ValueFix[] {
  const edits = replaced(value, text);
  return edits === undefined ? [] : [{ title, edits, safe }];
}

/** A number in a blueprint; PHP takes a numeric text for one as well. */
export function numberProp(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return value;
  const text = typeof value === 'string' ? phpTrim(value) : '';
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
}
