import { describe, expect, test } from 'vitest';
import { runRules } from '../../server/src/rules/run.ts';
import { checkDiagnostics, checkFix, contextOf } from '../support/check.ts';

const only = ['renamed-key'];

describe('renamed-key', () => {
  test('finds keys that become other fields', () =>
    checkDiagnostics(`
Größe: 1
^^^^^ warning renamed-key: The next save in the Panel writes the key "Größe" as letters from a to z, like "Grosse", which is another field: what asks for this one finds nothing any more. Rename it here, in the blueprint and in the templates.
----
a.b: 2
^^^ warning renamed-key: The next save in the Panel writes the key "a.b" as "A-b", which is another field: …
----
two__lines: 3
^^^^^^^^^^ warning renamed-key: …
----
标题: 4
^^ error renamed-key: Kirby has no spelling in Latin letters for this key. The next save in the Panel writes the field without a key, and it is lost; use Latin letters and digits.
`));

  test('is careful where a language may have a spelling', () =>
    checkDiagnostics(
      `
Θέμα: 1
^^^^ warning renamed-key: Unless the language of the site has a spelling …
`,
      {
        path: 'content/1_article/article.el.txt',
        files: {
          'site/languages/el.php': "<?php return ['code' => 'el', 'default' => true];",
        },
      },
    ));

  test.each([
    [
      'other spellings of one name',
      'my_field: 1\n----\nMyField: 2\n----\nOther-Field: 3\n----\nA B: 4',
    ],
    ['digits', '1: 1\n----\n00: 2\n----\n2nd_try_3: 3'],
  ])('accepts %s', (_name, text) => checkDiagnostics(text, { only }));

  test('is silent in a text that is no content', () =>
    checkDiagnostics('a.b: c', { only, path: 'content/robots.txt' }));

  test.each([
    ['Größ$0e: 1', 'Grosse: 1'],
    ['Title: A\n----\na.$0b: 1', 'Title: A\n----\nA-b: 1'],
  ])('renames: %j', (before, after) => checkFix(before, after, { only }));

  test('makes no second field of a name', async () => {
    const { findings } = runRules(await contextOf('a.b: 1\n----\nA-b: 2'));
    expect(findings.map(({ rule, problem }) => [rule.code, problem.fixes?.()])).toEqual([
      ['renamed-key', []],
    ]);
  });
});
