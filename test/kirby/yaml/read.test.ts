import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../server/src/kirby/json/value.ts';
import { readYaml, type YamlHandler } from '../../../server/src/kirby/yaml/read.ts';

/** An engine that refuses a text throws in Kirby. */
const refused = Symbol('refused');
type Answer = JsonValue | typeof refused;

function answerOf(text: string, handler: YamlHandler): Answer {
  const result = readYaml(text, handler);
  return result.ok ? result.value : refused;
}

/** What the two engines of Kirby make of the same text. */
const both: readonly (readonly [text: string, spyc: Answer, symfony: Answer])[] = [
  ['', [], []],
  ['\n', [], []],
  ['just text', ['just text'], ['just text']],
  ['a, b', ['a, b'], ['a, b']],
  ['\uFEFFjust text', ['just text'], ['just text']],
  ['- one\n- two', ['one', 'two'], ['one', 'two']],
  ['- one\r\n- two\r\n', ['one', 'two'], ['one', 'two']],
  ['a: 1\nb: x', { a: 1, b: 'x' }, { a: 1, b: 'x' }],
  ['---\na: 1', { a: 1 }, { a: 1 }],
  ['# note\na: 1\n\n# note\nb: 2', { a: 1, b: 2 }, { a: 1, b: 2 }],
  ['- a: 1\n  b: x\n- a: 2', [{ a: 1, b: 'x' }, { a: 2 }], [{ a: 1, b: 'x' }, { a: 2 }]],
  ['- \n  a: 1\n  b: x\n- \n  a: 2', [{ a: 1, b: 'x' }, { a: 2 }], [{ a: 1, b: 'x' }, { a: 2 }]],
  ['a:\n  - x\n  - z\nb: c', { a: ['x', 'z'], b: 'c' }, { a: ['x', 'z'], b: 'c' }],
  ['a:\n  b:\n    c: d', { a: { b: { c: 'd' } } }, { a: { b: { c: 'd' } } }],
  ['- list:\n    - x\n  b: c', [{ list: ['x'], b: 'c' }], [{ list: ['x'], b: 'c' }]],
  ['a: [x, "y, z"]', { a: ['x', 'y, z'] }, { a: ['x', 'y, z'] }],
  ['a: [x,\n  z\n]\nb: c', { a: ['x', 'z'], b: 'c' }, { a: ['x', 'z'], b: 'c' }],
  ['a: { b: 1, c: x }', { a: { b: 1, c: 'x' } }, { a: { b: 1, c: 'x' } }],
  ['["file://abc"]', ['file://abc'], ['file://abc']],
  ['- "quoted: \\"text\\""', ['quoted: "text"'], ['quoted: "text"']],
  ["- 'it''s'", ["it's"], ["it's"]],
  ['"a: b": c', { 'a: b': 'c' }, { 'a: b': 'c' }],
  ['1: a', { 1: 'a' }, { 1: 'a' }],
  ['a: x # y', { a: 'x' }, { a: 'x' }],
  ['a: 0x1F', { a: 31 }, { a: 31 }],
  ['a: 1e3', { a: 1000 }, { a: 1000 }],
  ['a: 1.5', { a: 1.5 }, { a: 1.5 }],
  ['a: -3', { a: -3 }, { a: -3 }],
  ['a: 12:30', { a: '12:30' }, { a: '12:30' }],
  ['- null\n- ~\n- true\n- FALSE', [null, null, true, false], [null, null, true, false]],
  ['a: |\n  x\n    y\n\n  z\nb: 1', { a: 'x\n  y\n\nz', b: 1 }, { a: 'x\n  y\n\nz\n', b: 1 }],
  ['a: >\n  x\n  y\n\n  z\nb: 1', { a: 'x y\nz', b: 1 }, { a: 'x y\nz\n', b: 1 }],
  ['a: |\n  x', { a: 'x' }, { a: 'x' }],
  // Where they part.
  ['a:\n- x\n- z\nb: c', { a: '', 0: 'x', 1: 'z', b: 'c' }, { a: ['x', 'z'], b: 'c' }],
  ['-', ['-'], [null]],
  ['a:', { a: '' }, { a: null }],
  ['- yes\n- No\n- ON\n- y', [true, false, true, true], ['yes', 'No', 'ON', 'y']],
  ['- yEs', ['yEs'], ['yEs']],
  ['a: 007', { a: 7 }, { a: '007' }],
  ['a: 1.0', { a: '1.0' }, { a: 1 }],
  ['a: 1_000', { a: '1_000' }, { a: 1000 }],
  ['a: 2020-01-01', { a: '2020-01-01' }, { a: 1577836800 }],
  ['a: 0o17', { a: '0o17' }, { a: 15 }],
  ['a: 99999999999999999999', { a: '99999999999999999999' }, { a: '99999999999999999999' }],
  ['a: b: c', refused, refused],
  ['- a: b: c', [{ a: { b: 'c' } }], refused],
  ["a: 'unclosed", { a: "'unclosed" }, refused],
  ['- [x', ['[x'], refused],
  ['a:\n\tb: c', { a: { b: 'c' } }, refused],
  ['- a\n - b', [['b']], ['a - b']],
  [' a: 1\n b: 2', { a: 1, b: 2 }, refused],
  ['{a: 1}', { '{a': '1}' }, { a: 1 }],
  ['a: {{ page.title }}', { a: ['page.title'] }, refused],
  ['a: x#y', { a: 'x' }, { a: 'x#y' }],
  ['- https://a.test#top', ['https://a.test'], ['https://a.test#top']],
  ['- "https://a.test#top"', ['https://a.test#top'], ['https://a.test#top']],
  ["a: it&#39;s 'so'", { a: "it&#39;s 'so'" }, { a: "it&#39;s 'so'" }],
  ['a: "x &#39; y"', { a: 'x &#39; y' }, { a: 'x &#39; y' }],
  ['a: #fff', { a: '' }, { a: null }],
  ['- #fff', ['-'], [null]],
  ['a: @x', { a: '@x' }, refused],
  ['a: `x`', { a: '`x`' }, refused],
  ['a: %x', { a: '%x' }, refused],
  ['a: !t x', { a: '!t x' }, refused],
  ['a: 1\na: 2', { a: 2 }, refused],
  ['a:\na: 2', { a: 2 }, { a: 2 }],
  ['a: &x 1\nb: *x', { a: '&x 1', b: null }, { a: 1, b: 1 }],
  ['b: *x', { b: null }, refused],
  ['a: &x\n  c: 1\nb: *x', { a: { c: 1 }, b: { c: 1 } }, { a: { c: 1 }, b: { c: 1 } }],
  [
    'a: &x\n  c: 1\nb:\n  <<: *x\n  d: 2',
    { a: { c: 1 }, b: { c: 1, d: 2 } },
    { a: { c: 1 }, b: { c: 1, d: 2 } },
  ],
  ['1.5: x', { '1.5': 'x' }, refused],
  ['true: x', { true: 'x' }, refused],
  ['a: {b}', { a: ['b'] }, refused],
  ['a: {b:c}', { a: ['b:c'] }, refused],
  ['? a\n: b', ['? a', ': b'], refused],
  ['-\tx', ['-\tx'], ['x']],
  ['a: 1\n---\nb: 2', { a: 1, b: 2 }, refused],
  ['a\nb', ['a', 'b'], ['a b']],
  ['- - x\n- - - z', [['x'], [['z']]], [['x'], [['z']]]],
  ['a: <p>x</p>\nb: 1', { a: '<p>x</p>', b: 1 }, { a: '<p>x</p>', b: 1 }],
  ['a: !!str 5', { a: '!!str 5' }, { a: '5' }],
];

describe('Spyc, the engine that Kirby takes by default', () => {
  test.each(both)('%j', (text, spyc) => {
    expect(answerOf(text, 'spyc')).toEqual(spyc);
  });
});

describe('Symfony', () => {
  test.each(both)('%j', (text, _spyc, symfony) => {
    expect(answerOf(text, 'symfony')).toEqual(symfony);
  });

  test.each([
    ['2020-02-30', 1583020800],
    ['2020-01-01 12:30:00', 1577881800],
    ['2020-01-01T12:30:00Z', 1577881800],
    ['2020-01-01T12:30:00+01:00', 1577878200],
    ['2020-01-01T12:30:00.5Z', 1577881800.5],
    ['0001-01-01', -62135596800],
    ['2020-01-01 12:30', '2020-01-01 12:30'],
  ])('the date %s is %j', (text, seconds) => {
    expect(answerOf(`- ${text}`, 'symfony')).toEqual([seconds]);
  });

  test('a month that no calendar has is refused', () => {
    expect(answerOf('- 2020-13-01', 'symfony')).toBe(refused);
  });

  test('a refusal says why', () => {
    expect(readYaml('a: 1\na: 2', 'symfony')).toEqual({
      ok: false,
      message: 'Duplicate key "a" detected.',
    });
  });
});

describe('flow lists as Spyc divides them', () => {
  test.each([
    ['[]', [null]],
    ['- []', [[]]],
    ['- [a, [b, c], {d: e}]', [['a', ['b', 'c'], { d: 'e' }]]],
    ['- [a, [b, []]]', [['a', '[b', [']']]]],
    ['- [a, (b, c)]', [['a', '(b', 'c)']]],
    ["- [it's, that's]", [["it's, that's"]]],
    ["- ['it''s', \"\"]", [['its', '']]],
    ['- [a, {b, c]', [['a', '{b', 'c']]],
    ['- {a: 1, b: "x, y", c: }', [{ a: 1, b: 'x, y', 0: 'c:' }]],
  ])('%s', (text, expected) => {
    expect(answerOf(text, 'spyc')).toEqual(expected);
  });
});

describe('whatever the text is', () => {
  const piece = fc.oneof(
    fc.constantFrom('- ', '\n', '\n  ', ': ', ':', '[', ']', '{', '}', '"', "'", ', ', '#', ' #'),
    fc.constantFrom('|', '>', '&a', '*a', '<<: *a', '---', '!', '%', '\t', '? ', '1', '2020-01-01'),
    fc.string({ maxLength: 3 }),
  );
  const yaml = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  test.each(['spyc', 'symfony'] as const)(
    '%s answers with a list or a map, or refuses',
    (handler) => {
      fc.assert(
        fc.property(yaml, (text) => {
          const result = readYaml(text, handler);
          expect(typeof (result.ok ? result.value : {})).toBe('object');
        }),
        { numRuns: 1000 },
      );
    },
  );

  const hostile: readonly (readonly [what: string, text: string])[] = [
    ['brackets in brackets', `- ${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['brackets of two kinds', `- [${'['.repeat(50_000)}${'}'.repeat(50_000)}]`],
    ['maps in maps on one line', `- {${'a: {'.repeat(20_000)}`],
    ['keys in keys', `- ${'a: '.repeat(10_000)}`],
    ['lists in lists', '- '.repeat(50_000)],
    ['an open list', `a: [\n${'x,\n'.repeat(50_000)}`],
    ['many hashes', `a: ${' #'.repeat(50_000)}"`],
    ['many quotes', `- [${'a"'.repeat(50_000)}]`],
    ['many blocks', 'a: |\n'.repeat(5_000)],
    [
      'aliases of aliases',
      Array.from({ length: 40 }, (_, at) => {
        const last = at === 0 ? 'x' : `*n${at - 1}`;
        return `n${at}: &n${at}\n  a: ${last}\n  b: ${last}`;
      }).join('\n'),
    ],
  ];
  test.each(hostile)('%s are read in a moment', (_what, text) => {
    for (const handler of ['spyc', 'symfony'] as const) {
      const start = performance.now();
      readYaml(text, handler);
      expect(performance.now() - start).toBeLessThan(5000);
    }
  });
});
