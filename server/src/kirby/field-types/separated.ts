import { phpString } from '../blocks/php.ts';
import type { FieldDefinition } from '../blueprint/blueprint.ts';
import { isArray, type JsonValue } from '../json/value.ts';
import { phpTrim, trimSpan } from '../text/php.ts';
import type { Span } from '../text/span.ts';

/** One part of `a, b`, and where it stands in the text. */
export interface SeparatedItem {
  readonly text: string;
  readonly span: Span;
}

/** What stands between the values of a list: of checkboxes always a comma. */
export function separatorOf({ type, props }: Pick<FieldDefinition, 'type' | 'props'>): string {
  const { separator } = props;
  const isOwn = type !== 'checkboxes' && typeof separator === 'string' && separator !== '';
  return isOwn ? separator : ',';
}

/** The values of a list in one text (`Kirby\Toolkit\Str::split()`): trimmed, empty ones left out. */
export function separatedItems(text: string, separator: string): readonly SeparatedItem[] {
  const items: SeparatedItem[] = [];
  let start = 0;
  for (const part of text.split(separator)) {
    const span = trimSpan(text, { start, end: start + part.length });
    if (span.start < span.end) items.push({ text: text.slice(span.start, span.end), span });
    start += part.length + separator.length;
  }
  return items;
}

/** The values as a list, in whichever form the content has them. */
export function readSeparated(
  value: JsonValue | undefined,
  definition: Pick<FieldDefinition, 'type' | 'props'>,
): JsonValue | undefined {
  if (isArray(value)) {
    return value.map((item) => phpTrim(phpString(item) ?? '')).filter((item) => item !== '');
  }
  const text = phpString(value);
  if (text === undefined) return undefined;
  return separatedItems(text, separatorOf(definition)).map((item) => item.text);
}
