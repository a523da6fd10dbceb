import { isArray, parseJson } from '../json/value.ts';
import { phpTrim } from '../text/php.ts';
import { type FieldValue, replaced } from '../values/field-value.ts';
import type { ValueFix, ValueProblem } from './field-type.ts';
import { say } from '../text/say.ts';

/** Whether a text is a YAML list (`- a`, one item a line), or a list in brackets. */
export function isListed(text: string): boolean {
  return itemsIn(text) !== undefined;
}

function itemsIn(text: string): readonly string[] | undefined {
  if (text.startsWith('- ')) return lineItems(text);
  return text.startsWith('[') ? bracketItems(phpTrim(text)) : undefined;
}

/** An item of a list of JSON that holds no other one. */
const flatItem = /"(?:[^"\\]|\\[^])*"|[^\s,[\]"]+/g;

/** The items of `["a", "b"]` and `[a, b]`; one without quotation marks may be a value: `[a]`, `[1]`. */
function bracketItems(text: string): readonly string[] | undefined {
  if (!text.endsWith(']')) return undefined;
  const json = parseJson(text);
  if (isArray(json)) {
    if (json.length === 1 && typeof json[0] !== 'string') return undefined;
    const isFlat = json.length > 0 && json.every((item) => typeof item !== 'object');
    // As they are written: `1.0` and numbers beyond 2^53 would not come out the same.
    const written = text.match(flatItem) ?? [];
    return isFlat
      ? json.map((item, at) => (typeof item === 'string' ? item : (written[at] ?? String(item))))
      : undefined;
  }
  const items = text.slice(1, -1).split(',').map(phpTrim);
  const isPlain =
    items.length > 1 && items.every((item) => /^[^\s"'[\]{}][^"[\]{}\n]*$/.test(item));
  return isPlain ? items : undefined;
}

/** The items of `- a`, one a line, without their quotation marks. */
function lineItems(text: string): readonly string[] | undefined {
  const items: string[] = [];
  for (const line of text.split('\n')) {
    const trimmed = phpTrim(line);
    if (trimmed === '' || trimmed === '-') continue;
    const item = /^-\s+(.+)$/.exec(trimmed)?.[1];
    if (item === undefined) return undefined;
    items.push(/^(["'])(.*)\1$/.exec(item)?.[2] ?? item);
  }
  return items;
}

/** A list where Kirby reads one text. `Str::split()` leaves hyphens, brackets and quotation marks in it. */
export function checkListed(value: FieldValue, text: string, separator: string): ValueProblem {
  const list = (itemsIn(text) ?? []).join(glue(separator));
  const wanted = list.length <= 60 ? `"${list}"` : say`the values on one line`;
  return {
    code: 'listed-tags',
    message: text.startsWith('[')
      ? say`This field is no list in brackets. Kirby takes brackets and quotation marks for parts of the values; write ${wanted}.`
      : say`This field is no YAML list. Kirby reads all of this as one value, hyphens and all; write ${wanted}.`,
    fixes: () => useList(value, text, separator),
  };
}

function useList(value: FieldValue, text: string, separator: string): readonly ValueFix[] {
  const items = itemsIn(text) ?? [];
  // A value that holds the separator would fall apart, and no file holds half a surrogate pair.
  if (items.some((item) => item.includes(separator) || /["'\\\p{Surrogate}]/u.test(item)))
    return [];
  const list = items.join(glue(separator));
  const edits = replaced(value, list);
  return edits === undefined ? [] : [{ title: say`Write "${list}"`, edits, safe: true }];
}

/** `, ` as Kirby writes it. */
function glue(separator: string): string {
  return `${separator} `;
}
