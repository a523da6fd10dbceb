import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locate } from '../../../server/src/kirby/json/locate.ts';
import { nodeAt, parseJsonTree } from '../../../server/src/kirby/json/tree.ts';
import type { JsonPath } from '../../../server/src/kirby/json/value.ts';

/** Every path of a value, its own included. */
function pathsOf(value: unknown, path: JsonPath = []): JsonPath[] {
  const inside = Array.isArray(value)
    ? value.flatMap((item: unknown, index) => pathsOf(item, [...path, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))
      : [];
  return [path, ...inside];
}

/** Where the items of an array end, with the blanks behind them. */
function endsIn(text: string, count: number): number[] {
  const root = parseJsonTree(text);
  return Array.from({ length: count }, (_, index) => {
    let end = (root && nodeAt(root, [index])?.span.end) ?? -1;
    while (/\s/.test(text[end] ?? '')) end++;
    return end;
  });
}

describe('locate', () => {
  test.each([
    ['[{"id":"a"},{"id":"b"}]', [1, 'id'], '"b"'],
    ['{ "a" : [ 1 , true ] }', ['a', 1], 'true'],
    ['{"a":"x","a":"y"}', ['a'], '"y"'],
    ['{"q\\"k":1}', ['q"k'], '1'],
    ['["a\\\\","b\\"]"]', [1], '"b\\"]"'],
  ] as const)('finds in %s the value at %j', (text, path, expected) => {
    const [span] = locate(text, [path]);
    expect(text.slice(span?.start, span?.end)).toBe(expected);
  });

  test('answers undefined where a path leads nowhere', () => {
    expect(locate('[{"a":1}]', [[3], [0, 'b'], [0, 'a', 'x']])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('finds what the tree finds, for any JSON, indented or not, and any set of paths', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.boolean(),
        fc.infiniteStream(fc.boolean()),
        (value, pretty, picks) => {
          const text = JSON.stringify(value, null, pretty ? 2 : undefined);
          // What JSON gives back: no -0, no __proto__ surprises.
          const paths = pathsOf(JSON.parse(text)).filter(() => picks.next().value);
          const root = parseJsonTree(text);
          const expected = paths.map((path) =>
            root === undefined ? undefined : nodeAt(root, path)?.span,
          );
          expect(locate(text, paths)).toEqual(expected);
          if (Array.isArray(value)) {
            expect(locate(text, paths, () => endsIn(text, value.length))).toEqual(expected);
          }
        },
      ),
    );
  });
});
