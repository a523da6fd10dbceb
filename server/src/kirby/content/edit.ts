import type { TextEdit } from '../json/text-edit.ts';
import type { ContentDocument, Field } from './document.ts';

/** Stand-in until the real one lands. */
export function setFieldValue(
  _document: ContentDocument,
  field: Field,
  text: string,
): readonly TextEdit[] | undefined {
  if (/(?:^|\n)----/.test(text)) return undefined;
  return [{ span: field.valueSpan, text }];
}
