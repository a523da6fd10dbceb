import { describe, expect, test } from 'vitest';
import { runRules } from '../../server/src/rules/run.ts';
import { checkDiagnostics, checkFixAll, contextOf } from '../support/check.ts';

const only = ['invisible-character'];

describe('invisible-character', () => {
  test('finds a byte order mark in the middle of a file', () =>
    checkDiagnostics(
      `
Title: A

----

\uFEFFText: B
^^^^^ error invisible-character: An invisible character (U+FEFF) stands in this key, so that Kirby does not find the field "Text"; remove it.
`,
    ));

  test.each([
    ['Titre\u00A0: A', 'Titre: A'],
    ['Titre\u202F: A', 'Titre: A'],
    ['\uFEFF\uFEFFTitle: A', '\uFEFFTitle: A'],
    ['My\u00A0key\u200B: A', 'My key: A'],
    ['Title: A\n----\n\uFEFFText: B', 'Title: A\n----\nText: B'],
  ])('removes it unasked: %j', async (before, after) => {
    const { findings } = runRules(await contextOf(before));
    expect(findings.map(({ rule }) => rule.code)).toEqual(only);
    await checkFixAll(before, after);
  });

  test('makes no second field of a name', async () => {
    const { findings } = runRules(await contextOf('Text: A\n----\nText\u00A0: B'));
    expect(findings.map(({ rule, problem }) => [rule.code, problem.fixes?.()])).toEqual([
      ['invisible-character', []],
    ]);
  });

  test.each([
    ['one at the start of the file', '\uFEFFTitle: A'],
    ['one in a value', 'Title: A\u00A0b\uFEFF'],
    ['letters of other scripts', 'Größe: A'],
  ])('accepts %s', (_name, text) => checkDiagnostics(text, { only }));
});
