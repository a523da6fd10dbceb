import { describe, expect, test } from 'vitest';
import { runRules } from '../../server/src/rules/run.ts';
import { checkDiagnostics, checkFix, checkFixAll, contextOf } from '../support/check.ts';

describe('duplicate-field', () => {
  test('marks all but the last field of a name', () =>
    checkDiagnostics(`
My-text: A
^^^^^^^ warning duplicate-field: This field stands here again as "MY TEXT", which is the same to Kirby. Kirby reads only the last one, and the next save in the Panel deletes this one; remove or rename one of them.
----
Title: B
----
my_text: C
^^^^^^^ warning duplicate-field: …
----
MY TEXT: D
`));

  test('leads to the one that counts', async () => {
    const { findings } = runRules(await contextOf('Title: A\n----\nTitle: B'));
    expect(findings.map(({ problem }) => problem.related)).toEqual([
      [{ message: 'Kirby reads this one.', span: { start: 14, end: 19 } }],
    ]);
  });

  test.each([
    ['two blanks, which are another name', 'My text: A\n----\nMy  text: B'],
    ['letters that PHP does not lower', 'Über: A\n----\nüber: B'],
    ['names that mean something to JavaScript', '__proto__: A\n----\nConstructor: B'],
  ])('accepts %s', (_name, text) => checkDiagnostics(text, { only: ['duplicate-field'] }));

  test('leaves the two sides of a merge alone', () =>
    checkDiagnostics(
      '<<<<<<< HEAD\nTitle: A\n\n----\n\nText: B\n=======\nTitle: A\n\n----\n\nText: C\n>>>>>>> other',
      { only: ['duplicate-field'] },
    ));

  test.each([
    ['Title: A\n\n----\n\nText: B\n\n----\n\nTitle: A', 'Text: B\n\n----\n\nTitle: A'],
    ['Text: B\n\n----\n\nTitle:\n\n----\n\ntitle: A', 'Text: B\n\n----\n\ntitle: A'],
    ['Title: A\n----\ntitle: A\n----\nTITLE: A', 'TITLE: A'],
  ])('removes unasked what says nothing: %j', (before, after) => checkFixAll(before, after));

  test('asks before it removes another value', async () => {
    const text = 'Title: A\n----\nTitle: B';
    await checkFixAll(text, text);
    await checkFix('Tit$0le: A\n----\nTitle: B', 'Title: B');
  });
});
