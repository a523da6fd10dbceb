import { writeStringPart } from '../../kirby/json/style.ts';
import type { Insertion } from './completion.ts';
import type { JsonPlace } from './json-place.ts';

/** The edits that put a word at the cursor, in the field's own style. */
export interface JsonInsertion {
  readonly insert: Insertion;
  readonly additionalEdits: readonly Insertion[];
  /** What the author's typing is compared with: the text between the quotes. */
  readonly filterText: string;
}

/** What the value of a new key starts out as: the text around the place of the cursor. */
export interface EmptyValue {
  readonly before: string;
  readonly after: string;
}

/** A value: a string with its quotes, or anything else as it is written. */
export function insertValue(place: JsonPlace, value: string, isString: boolean): JsonInsertion {
  const inner = isString ? writeStringPart(value, place.style) : value;
  const { isQuoted } = place.cursor;
  if (isString || !isQuoted) {
    const open = isString && !isQuoted ? '"' : '';
    return insertion(place, open, inner, isString ? '"' : '', commaAfterItem(place));
  }
  // `fal"` for a word that is no string: the quote before it goes, too.
  const bare = insertion(place, '', inner, '', commaAfterItem(place));
  return { ...bare, insert: { ...bare.insert, span: widen(place) } };
}

/** A key, with `: value` and the comma that another key after it asks for. */
export function insertKey(place: JsonPlace, key: string, value: EmptyValue): JsonInsertion {
  const { cursor, style } = place;
  const open = cursor.isQuoted ? '' : '"';
  const inner = writeStringPart(key, style);
  if (cursor.next === ':') return insertion(place, open, inner, '"', '');
  const colon = style.spaceAfterColon ? ': ' : ':';
  const comma = cursor.next === '"' ? ',' : '';
  const { insert, ...rest } = insertion(
    place,
    open,
    inner,
    `"${colon}${value.before}${value.after}`,
    comma,
  );
  const end = place.encode(value.after + comma);
  const start = insert.text.slice(0, insert.text.length - end.length);
  const snippet = `${asSnippet(start)}$1${asSnippet(end)}`;
  return { ...rest, insert: { ...insert, snippet } };
}

/** Text for a snippet: its own signs escaped. */
export function asSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function insertion(
  { cursor, source, encode }: JsonPlace,
  open: string,
  inner: string,
  close: string,
  comma: string,
): JsonInsertion {
  const { missingCommaAt: at, span } = cursor;
  // A comma of its own where the value ends, unless the cursor is right there.
  const isHere = at === span.start;
  const before = at === undefined || isHere ? [] : [{ start: at, end: at }];
  return {
    insert: {
      span: source.toSource(span),
      text: encode((isHere ? ',' : '') + open + inner + close + comma),
    },
    additionalEdits: before.map((place) => ({ span: source.toSource(place), text: ',' })),
    filterText: encode(inner),
  };
}

/** A new item before another one. */
function commaAfterItem({ cursor }: JsonPlace): string {
  const isItem = cursor.frames.at(-1)?.kind === 'array';
  return isItem && (cursor.next === '"' || cursor.next === '{') ? ',' : '';
}

function widen({ cursor, source }: JsonPlace): Insertion['span'] {
  return source.toSource({ start: cursor.span.start - 1, end: cursor.span.end });
}
