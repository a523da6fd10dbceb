import fc from 'fast-check';
import { isArray, isObject, type JsonValue } from '../../../server/src/kirby/json/value.ts';

/** Texts with everything in them that could be taken for the notation of a document. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<p>Un atelier</p>',
        '<ul><li>a</li><li>b</li></ul>',
        '<text.text>',
        '</text>',
        '<text id="a">',
        '<row>',
        '- "a"',
        '\n',
        '\n\n',
        '  ',
        '\t',
        '\r\n',
        '\u2028',
        '\ufeff',
        '\u0000',
        '"quotes"',
        '\\',
        'é 😀 ',
        '/>',
        ' ',
      ),
      fc.string({ maxLength: 8 }),
      fc.string({ maxLength: 4, unit: 'binary' }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join('').replace(/\p{Surrogate}/gu, ''));

const key = fc.constantFrom(
  'text',
  'id',
  'hidden',
  'alt',
  'weird key',
  '__proto__',
  'a.b',
  '"',
  '',
);
const anything = fc
  .jsonValue({ maxDepth: 3 })
  .map((value) => JSON.parse(JSON.stringify(value)) as JsonValue);
const fields = fc.oneof(
  fc.constant<JsonValue>([]),
  fc
    .array(fc.tuple(key, fc.oneof(text, anything)), { maxLength: 4 })
    .map((entries): JsonValue => Object.fromEntries(entries)),
);
const id = fc.option(fc.oneof(fc.uuid(), text), { nil: undefined });

const block = fc
  .record({
    content: fields,
    id,
    isHidden: fc.option(fc.boolean(), { nil: undefined }),
    type: fc.constantFrom('text', 'heading', 'image', 'my-block', 'row', 'a.b', ''),
  })
  .map(stored);
const column = fc
  .record({
    blocks: fc.array(fc.oneof({ arbitrary: block, weight: 5 }, anything), { maxLength: 3 }),
    id,
    width: fc.constantFrom('1/1', '1/2', 'odd', undefined),
  })
  .map(stored);
const row = fc
  .record({
    attrs: fields,
    columns: fc.array(fc.oneof({ arbitrary: column, weight: 5 }, anything), { maxLength: 3 }),
    id,
  })
  .map(stored);

/** What a Layout or Blocks field may hold, sensible or not. */
export const fieldValues: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.array(row, { maxLength: 3 }),
  fc.array(fc.oneof(block, row, anything), { maxLength: 4 }),
  anything,
);

/** A value as a file holds it, without what is not there. */
function stored(value: object): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}

/**
 * A value with its keys in order and with what Kirby takes for granted, to be compared with one that
 * a document gave.
 */
export function plain(value: JsonValue): unknown {
  if (isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, item]) => [name, plain(item)] as const);
  const has = (name: string): boolean => Object.hasOwn(value, name);
  const isEmpty = (name: string): boolean => {
    const item = value[name];
    return item === undefined || (isObject(item) && Object.keys(item).length === 0);
  };
  const more: (readonly [string, unknown])[] = [];
  if (isArray(value['columns']) && isEmpty('attrs')) more.push(['attrs', []]);
  if (isArray(value['blocks']) && !has('width')) more.push(['width', '1/1']);
  if (typeof value['type'] === 'string') {
    if (isEmpty('content')) more.push(['content', []]);
    if (!has('isHidden')) more.push(['isHidden', false]);
  }
  const all = new Map<string, unknown>([...entries, ...more]);
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1));
}
