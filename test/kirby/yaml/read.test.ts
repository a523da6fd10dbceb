import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml, type YamlHandler } from '../../../server/src/kirby/yaml/read.ts';
import { type Answer, both, refused } from './both-engines.ts';
import { yamlTexts } from './yaml-texts.ts';

function answerOf(text: string, handler: YamlHandler): Answer {
  const result = readYaml(text, handler);
  return result.ok ? result.value : refused;
}

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
  test.each(['spyc', 'symfony'] as const)(
    '%s answers with a list or a map, or refuses',
    (handler) => {
      fc.assert(
        fc.property(yamlTexts, (text) => {
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
