import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayHoldHalfPair, readJsonAgain } from '../../../server/src/kirby/json/reparse.ts';
import {
  isArray,
  type JsonArray,
  type JsonResult,
  parseJson,
  readJson,
} from '../../../server/src/kirby/json/value.ts';

const items = fc.array(
  fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.record({ id: fc.uuid(), content: fc.record({ text: fc.string({ maxLength: 60 }) }) }),
  ),
  { minLength: 1, maxLength: 20 },
);

/** An array of JSON long enough to be remembered. */
const long = fc
  .tuple(items, fc.constantFrom(undefined, 1, ' \n'))
  .map(([list, space]) =>
    JSON.stringify([...list, 'x'.repeat(2000), { last: [1, { a: 'b' }] }], undefined, space),
  );

const piece = fc.oneof(
  fc.constantFrom('', '"', '\\', ',', '[', ']', '{', '}', '},{', '1', ' ', '\n', ':', 'null', 'x'),
  fc.constantFrom(
    '{"id":"a"},',
    ',{"id":"a"}',
    '"a":1,',
    ']]',
    '[[',
    '\\u00e9',
    '\\ud83d',
    'é',
    '😀',
  ),
  fc.string({ maxLength: 5 }),
);

const edit = fc.record({
  /** Where in the text, as a share of its length. */
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.constantFrom(0, 0, 0, 1, 1, 2, 5, 300),
  piece,
});

/** The same value as ever, and every item ends where the next one can begin. */
function expectSame(text: string): void {
  const expected = readJson(text);
  const again = readJsonAgain(text);
  expect(again.ok).toBe(expected.ok);
  if (!again.ok && !expected.ok) expect(again.errorAt).toBe(expected.errorAt);
  if (again.halfPair !== undefined) expect(again.halfPair()).toBe(mayHoldHalfPair(text));
  if (again.sound !== undefined) {
    const { before, ends } = again.sound;
    if (before !== undefined) expect(readJson(`${text.slice(0, before)}]`).ok).toBe(true);
    for (const end of ends.slice(0, -1)) {
      expect(text[end]).toBe(',');
      expect(readJson(`[${text.slice(end + 1)}`).ok).toBe(true);
    }
  }
  if (!again.ok || !expected.ok) return;
  expect(again.value).toEqual(expected.value);
  if (again.ends === undefined || !isArray(expected.value) || expected.value.length === 0) return;
  const ends = again.ends();
  const items = ends.map((end, index) => {
    const start = index === 0 ? text.indexOf('[') + 1 : (ends[index - 1] ?? 0) + 1;
    return parseJson(text.slice(start, end));
  });
  expect(items).toEqual(expected.value);
}

function arrayOf(result: JsonResult): JsonArray {
  return result.ok && isArray(result.value) ? result.value : [];
}

describe('readJsonAgain()', () => {
  test('answers what JSON.parse does, whatever was read before', () => {
    fc.assert(
      fc.property(long, fc.array(edit, { minLength: 1, maxLength: 12 }), (start, edits) => {
        const versions = [start];
        let text = start;
        for (const { at, removed, piece: inserted } of edits) {
          const from = Math.floor(at * text.length);
          const next = text.slice(0, from) + inserted + text.slice(from + removed);
          versions.push(next);
          // A slip is often taken back, and the text goes on from where it was.
          if (readJson(next).ok) text = next;
          versions.push(text);
        }
        for (const version of versions) {
          expectSame(version);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('keeps the items that an edit leaves alone', () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({
      id: `row ${index}`,
      text: 'x'.repeat(60),
    }));
    const text = JSON.stringify(rows);
    const typed = text.replace('row 20', 'row twenty');
    const before = arrayOf(readJsonAgain(text));
    const after = arrayOf(readJsonAgain(typed));
    expect(after.filter((item, index) => item === before[index])).toHaveLength(39);
    expect(after[20]).toEqual({ id: 'row twenty', text: 'x'.repeat(60) });
  });

  test('survives arrays of nothing but blanks', () => {
    const blanks = `[${' '.repeat(3000)}]`;
    expectSame(blanks);
    expectSame(`${blanks.slice(0, 1500)}1${blanks.slice(1500)}`);
  });
});
