import { separatorOf } from '../../kirby/field-types/separated.ts';
import { storages } from '../../kirby/field-types/storage.ts';
import { stringText } from '../../kirby/json/string.ts';
import { writeStringPart } from '../../kirby/json/style.ts';
import type { MappedText } from '../../kirby/text/mapped-text.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import type { JsonInsertion } from './json-insert.ts';
import type { JsonPlace } from './json-place.ts';
import { type SeparatedPart, separatedPart } from './separated-part.ts';

/** The value at the cursor in a string of JSON that holds several: `"red, gre|en, blue"`. */
export interface ListPart extends SeparatedPart {
  readonly text: MappedText;
  /** Whether the string has its closing quote. */
  readonly isClosed: boolean;
}

/** `undefined` where the cursor is in no such string. */
export function listPartAt(json: JsonPlace, offset: number): ListPart | undefined {
  const { cursor, level, key, source } = json;
  if (level.kind !== 'values' || cursor.place !== 'value' || !cursor.isQuoted) return undefined;
  const field = level.fields?.get(asciiLower(key));
  if (field === undefined || storages.get(field.type) !== 'separated') return undefined;
  const span = { start: cursor.span.start - 1, end: cursor.span.end };
  const text = stringText({ kind: 'string', span }, source);
  const inside = text.fromSource(offset);
  if (inside === undefined) return undefined;
  const isClosed = cursor.span.end > cursor.span.start && source.text[cursor.span.end - 1] === '"';
  return { ...separatedPart(text.text, separatorOf(field), inside), text, isClosed };
}

/** Writes one value and leaves the others as they are. */
export function insertListPart(
  { style, encode, cursor, source }: JsonPlace,
  { text, span, isClosed }: ListPart,
  value: string,
): JsonInsertion {
  const inner = encode(writeStringPart(value, style));
  const isLast = span.end === text.text.length;
  const closing = isClosed ? '' : encode('"');
  return {
    insert: { span: text.toSource(span), text: isLast ? inner + closing : inner },
    additionalEdits:
      isLast || isClosed
        ? []
        : [
            {
              span: source.toSource({ start: cursor.span.end, end: cursor.span.end }),
              text: closing,
            },
          ],
    filterText: inner,
  };
}
