import fc, { type Stream } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../server/src/features/merge/assemble.ts';
import {
  type Choice,
  type Difference,
  differencesOf,
  type Versions,
} from '../../../server/src/features/merge/difference.ts';
import { movedIn, ordered } from '../../../server/src/features/merge/order.ts';
import { readVersion, type Version } from '../../../server/src/features/merge/version.ts';
import { layouts, spellings } from '../../support/layouts.ts';

const version = (text: string): Version => {
  const found = readVersion(text);
  if (found === undefined) throw new Error(`no list: ${text}`);
  return found;
};
const versionsOf = (base: string | undefined, ours: string, theirs: string): Versions => ({
  ours: version(ours),
  theirs: version(theirs),
  base: base === undefined ? undefined : version(base),
});

function merged(versions: Versions, choices: Readonly<Record<string, Choice>> = {}): string {
  const presets = new Map(differencesOf(versions).map(({ id, preset }) => [id, preset]));
  let count = 0;
  return assemble(
    versions,
    (id) => choices[id] ?? presets.get(id),
    () => `new${String(++count)}`,
  );
}

const told = (versions: Versions): readonly string[] =>
  differencesOf(versions).map(
    ({ id, preset, isDecided }) => `${id} → ${preset}${isDecided ? '' : '?'}`,
  );

const block = (id: string, text: string): string =>
  `{"content":{"text":"${text}"},"id":"${id}","isHidden":false,"type":"text"}`;
const blocks = (...all: readonly (readonly [string, string])[]): string =>
  `[${all.map(([id, text]) => block(id, text)).join(',')}]`;
const row = (id: string, attrs: string, ...columns: readonly string[]): string =>
  `{"attrs":${attrs},"columns":[${columns.map((list, at) => `{"blocks":${list},"id":"${id}c${String(at)}","width":"1/${String(columns.length)}"}`).join(',')}],"id":"${id}"}`;

describe('blocks with the version that both come from', () => {
  const base = blocks(['a', 'A'], ['b', 'B'], ['c', 'C']);

  test.each([
    [
      'a block that each side has changed',
      blocks(['a', 'A1'], ['b', 'B'], ['c', 'C']),
      blocks(['a', 'A'], ['b', 'B'], ['c', 'C2']),
      ['block content a → ours', 'block content c → theirs'],
      blocks(['a', 'A1'], ['b', 'B'], ['c', 'C2']),
    ],
    [
      'the same block, changed on both sides',
      blocks(['a', 'A1'], ['b', 'B'], ['c', 'C']),
      blocks(['a', 'A2'], ['b', 'B'], ['c', 'C']),
      ['block content a → ours?'],
      blocks(['a', 'A1'], ['b', 'B'], ['c', 'C']),
    ],
    [
      'a block that is new on each side, at one place',
      blocks(['a', 'A'], ['x', 'X'], ['b', 'B'], ['c', 'C']),
      blocks(['a', 'A'], ['y', 'Y'], ['b', 'B'], ['c', 'C']),
      ['block presence x → ours', 'block presence y → theirs'],
      blocks(['a', 'A'], ['x', 'X'], ['y', 'Y'], ['b', 'B'], ['c', 'C']),
    ],
    [
      'a block that their side has removed',
      blocks(['a', 'A1'], ['b', 'B'], ['c', 'C']),
      blocks(['a', 'A'], ['c', 'C']),
      ['block content a → ours', 'block presence b → theirs'],
      blocks(['a', 'A1'], ['c', 'C']),
    ],
    [
      'a block that our side has changed and theirs removed',
      blocks(['a', 'A'], ['b', 'B1'], ['c', 'C']),
      blocks(['a', 'A'], ['c', 'C']),
      ['block presence b → ours?'],
      blocks(['a', 'A'], ['b', 'B1'], ['c', 'C']),
    ],
    [
      'a block that their side has moved',
      blocks(['a', 'A1'], ['b', 'B'], ['c', 'C']),
      blocks(['b', 'B'], ['c', 'C'], ['a', 'A']),
      ['block content a → ours', 'block place a → theirs'],
      blocks(['b', 'B'], ['c', 'C'], ['a', 'A1']),
    ],
  ])('%s', (_, ours, theirs, differences, result) => {
    const versions = versionsOf(base, ours, theirs);
    expect(told(versions)).toEqual(differences);
    expect(merged(versions)).toBe(result);
  });

  test('the same on both sides is no difference', () => {
    const ours = blocks(['c', 'C'], ['a', 'A1'], ['x', 'X']);
    expect(told(versionsOf(base, ours, ours))).toEqual([]);
    expect(merged(versionsOf(base, ours, ours))).toBe(ours);
  });

  test('both versions of a block may stay, theirs with another id', () => {
    const ours = blocks(['a', 'A1'], ['b', 'B'], ['c', 'C']);
    const theirs = blocks(['a', 'A2'], ['b', 'B'], ['c', 'C']);
    expect(merged(versionsOf(base, ours, theirs), { 'block content a': 'both' })).toBe(
      blocks(['a', 'A1'], ['new1', 'A2'], ['b', 'B'], ['c', 'C']),
    );
  });
});

describe('blocks without that version', () => {
  test('nothing is lost, and nothing is decided', () => {
    const versions = versionsOf(
      undefined,
      blocks(['a', 'A1'], ['b', 'B']),
      blocks(['a', 'A2'], ['c', 'C']),
    );
    expect(told(versions)).toEqual([
      'block content a → ours?',
      'block presence b → ours?',
      'block presence c → theirs?',
    ]);
    expect(merged(versions)).toBe(blocks(['a', 'A1'], ['b', 'B'], ['c', 'C']));
  });
});

describe('rows', () => {
  const base = `[${row('r', '[]', blocks(['a', 'A']), blocks(['b', 'B']))},${row('s', '[]', blocks(['c', 'C']))}]`;

  test('settings and blocks of one row may be from two sides', () => {
    const ours = base.replace('"attrs":[]', '"attrs":{"color":"red"}');
    const theirs = base.replace('"B"', '"B2"');
    const versions = versionsOf(base, ours, theirs);
    expect(told(versions)).toEqual(['row settings r → ours', 'block content b → theirs']);
    expect(merged(versions)).toBe(ours.replace('"B"', '"B2"'));
  });

  test('a block that goes to another row goes there with what the other side has changed in it', () => {
    const ours = base.replace('"A"', '"A1"');
    const theirs = `[${row('r', '[]', '[]', blocks(['b', 'B']))},${row('s', '[]', blocks(['c', 'C'], ['a', 'A']))}]`;
    const versions = versionsOf(base, ours, theirs);
    expect(told(versions)).toEqual(['block content a → ours', 'block place a → theirs']);
    expect(merged(versions)).toBe(theirs.replace('"A"', '"A1"'));
  });

  test('blocks of a column that is gone stand in the last one', () => {
    const ours = base.replace('"B"', '"B1"');
    const theirs = `[${row('r', '[]', blocks(['a', 'A']))},${row('s', '[]', blocks(['c', 'C']))}]`;
    const versions = versionsOf(base, ours, theirs);
    expect(told(versions)).toEqual(['row columns r → theirs', 'block presence b → ours?']);
    expect(merged(versions)).toBe(
      `[${row('r', '[]', blocks(['a', 'A'], ['b', 'B1']))},${row('s', '[]', blocks(['c', 'C']))}]`,
    );
  });

  test('a row goes with its blocks, but not with those that have left it', () => {
    const ours = base.replace('"C"', '"C1"');
    const theirs = `[${row('s', '[]', blocks(['c', 'C'], ['a', 'A']))}]`;
    const versions = versionsOf(base, ours, theirs);
    expect(merged(versions)).toBe(theirs.replace('"C"', '"C1"'));
    expect(merged(versions, { 'row presence r': 'ours', 'block place a': 'ours' })).toBe(ours);
  });

  test('all of one side gives that side', () => {
    const ours = base.replace('"A"', '"A1"').replace('"attrs":[]', '"attrs":{"x":"1"}');
    const theirs = `[${row('s', '[]', blocks(['c', 'C'], ['a', 'A']))},${row('t', '[]', blocks(['d', 'D']))}]`;
    const versions = versionsOf(undefined, ours, theirs);
    const all = (side: Choice): Readonly<Record<string, Choice>> =>
      Object.fromEntries(differencesOf(versions).map(({ id }: Difference) => [id, side]));
    expect(merged(versions, all('ours'))).toBe(ours);
    expect(merged(versions, all('theirs'))).toBe(theirs);
  });
});

test.each([
  '{}',
  'text',
  '[1]',
  '[{"columns":[{"blocks":{}}]}]',
  '[{"columns":[]},{"type":"text"}]',
  '[{]',
])('no list of rows or blocks: %s', (text) => {
  expect(readVersion(text)).toBeUndefined();
});

test.each([
  ['abc', 'bca', 'a'],
  ['abcd', 'abcd', ''],
  ['abcd', 'dabc', 'd'],
  ['abc', 'xbya', 'a'],
])('of %s, in %s is moved: %s', (before, after, moved) => {
  expect([...movedIn(before.split(''), after.split(''))].join('')).toBe(moved);
});

test.each([
  ['axb', 'ayb', 'y', 'axyb'],
  ['ab', 'yab', 'y', 'yab'],
  ['xab', 'yab', 'y', 'xyab'],
  ['abc', 'bca', 'a', 'bca'],
  ['', 'yz', 'yz', 'yz'],
])('%s and %s, with %s as on their side: %s', (ours, theirs, isTheirs, result) => {
  expect(ordered(ours.split(''), theirs.split(''), (key) => isTheirs.includes(key)).join('')).toBe(
    result,
  );
});

function next(stream: Stream<Choice>): Choice {
  const [choice = 'ours'] = stream.take(1);
  return choice;
}

interface Model {
  readonly id: string;
  readonly attrs: unknown;
  readonly columns: readonly {
    readonly id: string;
    readonly width: string;
    readonly blocks: readonly ModelBlock[];
  }[];
}
interface ModelBlock {
  readonly id: string;
  readonly content: unknown;
}
type Edit = 'keep' | 'change' | 'delete' | 'insert' | 'top';
const edits = fc.array(
  fc.record({
    kind: fc.constantFrom<Edit[]>('keep', 'change', 'delete', 'insert', 'top'),
    side: fc.boolean(),
  }),
  { minLength: 40, maxLength: 40 },
);

/** Does to each block what is told for it: `top` puts it before all others of its column. */
function edit(rows: readonly Model[], todo: (at: number) => Edit): readonly Model[] {
  let at = 0;
  return rows.map((one) => ({
    ...one,
    columns: one.columns.map((column) => {
      const top: ModelBlock[] = [];
      const rest = column.blocks.flatMap((item): readonly ModelBlock[] => {
        switch (todo(at++)) {
          case 'change':
            return [{ ...item, content: { text: `changed “${item.id}”` } }];
          case 'delete':
            return [];
          case 'insert':
            return [item, { ...item, id: `${item.id}-next`, content: { text: 'a/b é' } }];
          case 'top':
            top.push(item);
            return [];
          default:
            return [item];
        }
      });
      return { ...column, blocks: [...top, ...rest] };
    }),
  }));
}

describe.each(Object.entries(spellings))('merging, written %s,', (_, spell) => {
  test('edits of different blocks gives both', () => {
    fc.assert(
      fc.property(layouts, edits, (rows, all) => {
        // The third block of a column may be moved: of two that are swapped, nobody knows which was.
        const columns = rows.flatMap((one) => one.columns.map((column) => column.blocks.length));
        const isThird = new Set<number>();
        const isBeside = new Set<number>();
        let start = 0;
        for (const length of columns) {
          if (all[start + 2]?.kind === 'top' && length === 3) {
            isThird.add(start + 2);
            isBeside.add(start).add(start + 1);
          }
          start += length;
        }
        const todo =
          (sides: readonly boolean[]) =>
          (index: number): Edit => {
            const { kind, side } = all[index] ?? { kind: 'keep', side: true };
            const isLeft =
              kind === 'top' ? !isThird.has(index) : kind === 'delete' && isBeside.has(index);
            return isLeft || !sides.includes(side) ? 'keep' : kind;
          };
        const [ours, theirs] = [edit(rows, todo([true])), edit(rows, todo([false]))];
        const both = edit(rows, todo([true, false]));
        const versions = versionsOf(spell(rows), spell(ours), spell(theirs));
        expect(differencesOf(versions).filter(({ isDecided }) => !isDecided)).toEqual([]);
        expect(JSON.parse(merged(versions))).toEqual(both);
        expect(merged(versions)).toBe(spell(both));
      }),
      { numRuns: 200 },
    );
  });

  test('any two versions keeps ids unique, whatever is chosen, and each side can be had whole', () => {
    fc.assert(
      fc.property(
        layouts,
        layouts,
        fc.infiniteStream(fc.constantFrom<Choice[]>('ours', 'theirs', 'both')),
        (ours, theirs, stream) => {
          const versions = versionsOf(undefined, spell(ours), spell(theirs));
          const differences = differencesOf(versions);
          const choose = (next: () => Choice): Readonly<Record<string, Choice>> =>
            Object.fromEntries(differences.map(({ id }) => [id, next()]));
          expect(
            JSON.parse(
              merged(
                versions,
                choose(() => 'theirs'),
              ),
            ),
          ).toEqual(theirs);
          expect(
            merged(
              versions,
              choose(() => 'ours'),
            ),
          ).toBe(spell(ours));
          const result = merged(
            versions,
            choose(() => next(stream)),
          );
          const found = [...result.matchAll(/"id": ?"([^"]*)"/gu)].map(([, id]) => id);
          expect(new Set(found).size).toBe(found.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});
