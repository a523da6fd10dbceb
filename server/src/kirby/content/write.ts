import { type JsonObject, type JsonValue } from '../json/value.ts';
import { phpTrim } from '../text/php.ts';
import { decimalText } from '../text/php-number.ts';
import { hasContinuation } from '../text/utf8.ts';
import type { YamlHandler } from '../yaml/read.ts';
import { writeYaml } from '../yaml/write.ts';
import { fieldKey, type SlugRules } from './slug.ts';

export interface WriteOptions {
  /** The option `yaml.handler`; Kirby's default is Spyc. */
  readonly yamlHandler?: YamlHandler;
  /** The spellings of the site's language. */
  readonly slugRules?: SlugRules;
}

/** Fields in order. Entries, because an object would move a field called `1` to the front. */
export type Fields = JsonObject | Iterable<readonly [name: string, value: JsonValue]>;

/**
 * A content file as `Kirby\Data\Txt::encode()` writes it. Fields without a name or with `null` are
 * left out; of names that are written alike the last value stands at the first place.
 */
export function encodeContent(fields: Fields, options: WriteOptions = {}): string {
  const written = new Map<string, string>();
  for (const [name, value] of entriesOf(fields)) {
    if (name === '' || name === '0' || value === null) continue;
    const key = fieldKey(name, options.slugRules);
    written.set(key, encodeField(key, storedText(value, options.yamlHandler ?? 'spyc')));
  }
  return [...written.values()].join('\n\n----\n\n');
}

/** One field under the name it is to have in the file: `Text: a`, or the value two lines below. */
export function encodeField(key: string, value: string): string {
  // Kirby hides dividers before it trims; a blank before the first one leaves that one in the open.
  const trimmed = phpTrim(hideDividers(value));
  return `${key}:${breaksLine(trimmed) ? '\n\n' : ' '}${trimmed}`;
}

/** Puts a backslash before four hyphens at the start of a line, which would end the field. */
export function hideDividers(value: string): string {
  return value.replace(/(^|\n)----/g, '$1\\----');
}

/**
 * What PHP's `\R` finds without the `u` flag: it looks at bytes, of which 85 stands for the control
 * character NEL, and so for every letter that has it in its UTF-8 form (`Å`, `ą`, `х`).
 */
export function breaksLine(text: string): boolean {
  return /[\n\v\f\r]/.test(text) || (/[^\x00-\x7F]/.test(text) && hasContinuation(text, 0x85));
}

export function entriesOf(fields: Fields): Iterable<readonly [string, JsonValue]> {
  return isIterable(fields) ? fields : Object.entries(fields);
}

function isIterable(fields: Fields): fields is Iterable<readonly [string, JsonValue]> {
  return Symbol.iterator in fields;
}

function storedText(value: Exclude<JsonValue, null>, handler: YamlHandler): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return decimalText(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  return writeYaml(value, handler);
}
