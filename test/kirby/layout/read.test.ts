import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonValue, valueAt } from '../../../server/src/kirby/json/value.ts';
import { readLayout } from '../../../server/src/kirby/layout/read.ts';
import { vectors } from '../../support/vectors.ts';

describe('Kirby’s own answers', () => {
  interface Answer {
    readonly error?: unknown;
    readonly layouts?: readonly { readonly attrs: unknown }[];
  }

  it.each(vectors('layout').map((one) => [one.name, one] as const))(
    'settings of: %s',
    (_name, { request, result, ok }) => {
      const answer = result as Answer;
      const reading = readLayout((request['data'] ?? request['value'] ?? null) as JsonValue);
      expect(reading.ok).toBe(ok && answer.error === undefined);
      if (reading.ok) {
        expect(reading.rows.map(({ attrs }) => attrs)).toEqual(
          answer.layouts?.map(({ attrs }) => attrs),
        );
      }
    },
  );
});

const line = { type: 'line', content: {} };

describe('places', () => {
  it.each<readonly [string, JsonValue, readonly string[]]>([
    [
      'rows and columns in lists',
      [{ columns: [{ blocks: [line] }] }],
      ['0', '0/columns/0', '0/columns/0/blocks/0'],
    ],
    [
      'rows and columns in objects',
      { x: { columns: { y: { blocks: [line] } } } },
      ['x', 'x/columns/y', 'x/columns/y/blocks/0'],
    ],
    ['a single row', { columns: [{ blocks: [line] }] }, ['', 'columns/0', 'columns/0/blocks/0']],
    ['blocks without a layout', [line, line], ['', '', '0', '1']],
    ['a single block', { id: 'a', ...line }, ['', '', '']],
  ])('%s', (_name, value, paths) => {
    const reading = readLayout(value);
    const rows = reading.ok ? reading.rows : [];
    const found = rows.flatMap((row) => [
      row.path,
      ...row.columns.flatMap((column) => [column.path, ...column.blocks.map(({ path }) => path)]),
    ]);
    expect(found.map((path) => path.join('/'))).toEqual(paths);
    for (const path of found) expect(valueAt(value, path)).toBeDefined();
  });
});

describe('any value', () => {
  it('is read or refused with a sentence', () => {
    const json = fc.jsonValue({ maxDepth: 5 });
    const row = fc.dictionary(
      fc.constantFrom('columns', 'id', 'attrs', 'content', 'type'),
      fc.oneof(json, fc.array(fc.dictionary(fc.constantFrom('blocks', 'width', 'id'), json))),
    );
    fc.assert(
      fc.property(fc.oneof(json, row, fc.array(row), fc.string()), (value) => {
        const reading = readLayout(value as JsonValue);
        if (!reading.ok) expect(reading.reason).toMatch(/^[A-Z].*\.$/);
      }),
    );
  });
});
