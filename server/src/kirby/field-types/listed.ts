import { phpTrim } from '../text/php.ts';
import { type FieldValue, replaced } from '../values/field-value.ts';
import type { ValueFix, ValueProblem } from './field-type.ts';
import { say } from '../text/say.ts';

/** Whether a text is a YAML list: `- a`, one item a line. */
export function isListed(text: string): boolean {
  return text.startsWith('- ') && itemsIn(text) !== undefined;
}

/** The items of `- a`, one a line, without their quotation marks. */
function itemsIn(text: string): readonly string[] | undefined {
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

/** A YAML list where Kirby reads one text. `Str::split()` leaves the hyphens in it. */
export function checkListed(value: FieldValue, text: string, separator: string): ValueProblem {
  const list = (itemsIn(text) ?? []).join(glue(separator));
  return {
    code: 'listed-tags',
    message: say`This field is no YAML list. Kirby reads all of this as one value, hyphens and all; write ${list.length <= 60 ? `"${list}"` : say`the values on one line`}.`,
    fixes: () => useList(value, text, separator),
  };
}

function useList(value: FieldValue, text: string, separator: string): readonly ValueFix[] {
  const items = itemsIn(text) ?? [];
  // A value that holds the separator would fall apart.
  if (items.some((item) => item.includes(separator) || /["'\\]/.test(item))) return [];
  const list = items.join(glue(separator));
  const edits = replaced(value, list);
  return edits === undefined ? [] : [{ title: say`Write "${list}"`, edits, safe: true }];
}

/** `, ` as Kirby writes it. */
function glue(separator: string): string {
  return `${separator} `;
}
