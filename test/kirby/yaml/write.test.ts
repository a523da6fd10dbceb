import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../server/src/kirby/json/value.ts';
import { readYaml } from '../../../server/src/kirby/yaml/read.ts';
import { writeYaml } from '../../../server/src/kirby/yaml/write.ts';

const long = 'forty letters and a few more, so that they fold somewhere near the end';

const both: readonly (readonly [value: JsonValue, spyc: string, symfony: string])[] = [
  [[], '', '[]'],
  [{}, '', '[]'],
  [['page://x'], '- page://x\n', "- 'page://x'\n"],
  [{ a: 'b' }, 'a: b\n', 'a: b\n'],
  [{ a: [], b: {} }, 'a: [ ]\nb: [ ]\n', 'a: []\nb: []\n'],
  [
    [{ a: 'x', b: 'm\nn' }],
    '- \n  a: x\n  b: |\n    m\n    n\n',
    '-\n  a: x\n  b: |-\n    m\n    n',
  ],
  [[[1, 2], 3], '- \n  - 1\n  - 2\n- 3\n', '-\n  - 1\n  - 2\n- 3\n'],
  [{ 0: 'a', 1: 'b' }, '- a\n- b\n', '- a\n- b\n'],
  [{ 1: 'a' }, '1: a\n', '1: a\n'],
  [
    { 'a: b': 1, 'a#': 2, 'a b': 3 },
    '"a: b": 1\n"a#": 2\na b: 3\n',
    "'a: b': 1\n'a#': 2\n'a b': 3\n",
  ],
  [[true, null, 1.5], '- true\n- null\n- 1.5\n', '- true\n- null\n- 1.5\n'],
  [
    ['', '12', '1.0', '007'],
    '- ""\n- "12"\n- "1.0"\n- "007"\n',
    "- ''\n- '12'\n- '1.0'\n- '007'\n",
  ],
  [['Yes', 'n', 'yEs'], "- 'Yes'\n- 'n'\n- yEs\n", "- 'Yes'\n- 'n'\n- 'yEs'\n"],
  [["it's", 'say "so"'], '- "it\'s"\n- say "so"\n', '- "it\'s"\n- \'say "so"\'\n'],
  [[`it's "so"`], `- |\n  it's "so"\n`, `- 'it''s "so"'\n`],
  [
    ['2020-01-01', '0x1F', '1_0'],
    '- 2020-01-01\n- 0x1F\n- 1_0\n',
    "- '2020-01-01'\n- '0x1F'\n- '1_0'\n",
  ],
  [
    ['a: b', 'a:', '- a', '#a', '!a'],
    "- 'a: b'\n- 'a:'\n- '- a'\n- '#a'\n- '!a'\n",
    "- 'a: b'\n- 'a:'\n- '- a'\n- '#a'\n- '!a'\n",
  ],
  [[' a', 'a\u00A0b', 'a\tb'], "- ' a'\n- a\u00A0b\n- a\tb\n", '- \' a\'\n- "a\\_b"\n- "a\\tb"\n'],
  [['\n', 'a\r\nb'], '- \\n\n- |\n  a\n  b\n', '- |\n\n- "a\\r\\nb"\n'],
  [
    ['  a\n    b\n', 'a\n\n'],
    '- |\n  a\n  b\n  \n- |\n  a\n  \n  \n',
    '- |2\n    a\n      b\n- |+\n  a\n\n',
  ],
  [['"a"\n\'b\'\n"'], '- |\n  a\n  b\n  \n', '- |-\n  "a"\n  \'b\'\n  "'],
  [['|\na', '>\na'], '- |\n  a\n- >\n  a\n', '- |-\n  |\n  a\n- |-\n  >\n  a'],
  [
    [long],
    '- >\n  forty letters and a few more, so that\n  they fold somewhere near the end\n',
    `- '${long}'\n`,
  ],
  [
    ['ééééééééééééééééééé ééé éé'],
    '- >\n  ééééééééééééééééééé\n  ééé éé\n',
    "- 'ééééééééééééééééééé ééé éé'\n",
  ],
  [
    [`${long} `],
    `- >\n  forty letters and a few more, so that\n  they fold somewhere near the end\n`,
    `- '${long} '\n`,
  ],
  // Forty bytes fit on a line.
  [
    [`${'a'.repeat(20)} ${'b'.repeat(19)} c`],
    `- >\n  ${'a'.repeat(20)} ${'b'.repeat(19)}\n  c\n`,
    `- '${'a'.repeat(20)} ${'b'.repeat(19)} c'\n`,
  ],
  [['a'.repeat(41)], `- >\n  ${'a'.repeat(41)}\n`, `- ${'a'.repeat(41)}\n`],
];

describe('YAML as Spyc writes it', () => {
  test.each(both)('%j', (value, spyc) => {
    expect(writeYaml(value, 'spyc')).toBe(spyc);
  });
});

describe('YAML as Symfony writes it', () => {
  test.each(both)('%j', (value, _spyc, symfony) => {
    expect(writeYaml(value, 'symfony')).toBe(symfony);
  });
});

describe('what an engine writes it reads', () => {
  const key = fc
    .stringMatching(/^[a-z]{2,6}$/)
    .filter((word) => !['yes', 'no', 'on', 'off'].includes(word));
  const nested = (text: fc.Arbitrary<string>): fc.Arbitrary<JsonValue> =>
    fc.letrec<{ readonly value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { minLength: 1, maxLength: 4 }),
        fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
      ),
    })).value;

  test('Symfony, whatever the texts', () => {
    // Symfony itself writes `0_.0` and `+1_0` without quotation marks, and reads numbers.
    const isMisread = (one: string): boolean => /^[+-]?[0-9][0-9_]*(?:\.[0-9_]+)?$/.test(one);
    const text = fc.oneof(
      fc.string().filter((one) => !(one.includes('_') && isMisread(one))),
      fc.constantFrom('a\nb', ' a\n', 'a\n\n', '- a', 'a: b', '07'),
    );
    fc.assert(
      fc.property(fc.array(nested(text), { minLength: 1 }), (value) => {
        expect(readYaml(writeYaml(value, 'symfony'), 'symfony')).toEqual({ ok: true, value });
      }),
      { numRuns: 200 },
    );
  });

  test('Spyc, texts without anything that means something to it', () => {
    const text = fc.stringMatching(/^[a-zé]+([ ,.][a-zé]+)*$/);
    fc.assert(
      fc.property(fc.array(nested(text), { minLength: 1 }), (value) => {
        expect(readYaml(writeYaml(value, 'spyc'), 'spyc')).toEqual({ ok: true, value });
      }),
      { numRuns: 200 },
    );
  });
});
