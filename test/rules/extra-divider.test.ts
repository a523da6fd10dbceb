import { describe, expect, test } from 'vitest';
import { runRules } from '../../server/src/rules/run.ts';
import { checkDiagnostics, checkFix, checkFixAll, contextOf } from '../support/check.ts';

describe('extra-divider', () => {
  test('finds two dividers in a row', () =>
    checkDiagnostics(`
Title: A

----

----
^^^^ error extra-divider: A divider stands here twice. Kirby takes it for a part of the next key and does not find the field "Text"; remove it.

Text: B
`));

  test('finds a divider in the first line', () =>
    checkDiagnostics(`
----
^^^^ error extra-divider: Nothing stands before this divider. Kirby takes it for a part of the next key and does not find the field "Title"; remove it.
Title: A
`));

  test('is the only one to speak', async () => {
    const { findings } = runRules(await contextOf('\uFEFF-----\n\nTitle: A\n----\n-----\nText: B'));
    expect(findings.map(({ rule }) => rule.code)).toEqual(['extra-divider', 'extra-divider']);
  });

  test.each([
    ['behind a blank line', '\n\n----\nTitle: A'],
    ['twice at the end', 'Title: A\n----\n----\n'],
    ['three in a row', 'Title: A\n----\n----\n----\nText: B'],
    ['hyphens in a value', 'Title: ----\n----\nText: B'],
  ])('accepts what loses nothing: %s', (_name, text) => checkDiagnostics(text));

  test.each([
    ['Title: A\n\n----\n\n--$0--\n\nText: B', 'Title: A\n\n----\n\nText: B'],
    ['--$0--\n\nTitle: A', 'Title: A'],
    ['\uFEFF--$0-----\r\n\r\nTitle: A', '\uFEFFTitle: A'],
  ])('removes it: %j', (before, after) => checkFix(before, after));

  test('removes it unasked', () =>
    checkFixAll('----\nTitle: A\n----\n----\nNo-one-knows: B', 'Title: A\n----\nNo-one-knows: B'));
});
