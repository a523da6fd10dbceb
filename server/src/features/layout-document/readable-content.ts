import { parseContent } from '../../kirby/content/parse.ts';
import { applied, replace } from '../../kirby/json/text-edit.ts';
import { jsonFields } from '../../site/json-fields.ts';
import { shownField } from './document-text.ts';

/**
 * A content file as it is compared: its Layout and Blocks fields are documents, and everything else
 * stands as in the file. It says the same on any machine, whatever the site knows of the file.
 */
export function readableContent(text: string): string {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const document = parseContent(plain);
  const edits = jsonFields(document, undefined, undefined).flatMap(({ field }) => {
    const shown = field.value.text === '' ? undefined : shownField(field);
    if (shown === undefined) return [];
    const colon = plain.indexOf(':', field.nameSpan.end);
    return [replace(colon + 1, field.valueSpan.end, `\n\n${shown.trimEnd()}`)];
  });
  const readable = applied(plain, edits) ?? plain;
  return readable.endsWith('\n') ? readable : `${readable}\n`;
}
