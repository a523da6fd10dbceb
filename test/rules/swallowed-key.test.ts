import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

describe('swallowed-key', () => {
  test('finds text before the first key', () =>
    checkDiagnostics(`
Some stray text
^^^^^^^^^^^^^^^ warning swallowed-key: This text stands before a key. Kirby takes it for a part of the key and does not find the field "Title"; move the text into a field of its own, or remove it.
in two lines.
Title: A
`));

  test('finds front matter', () =>
    checkDiagnostics(`
---
^^^ swallowed-key: This text stands before a key. …
title: A
---
`));

  test('finds text before a key that is known', () =>
    checkDiagnostics(`
Title: A

----

A forgotten line
^^^^^^^^^^^^^^^^ swallowed-key: This text stands before a key. Kirby takes it for a part of the key and does not find the field "Text"; …

Text: B
`));

  test('finds text before what is no key either', () =>
    checkDiagnostics(`
A sentence, a comma
^^^^^^^^^^^^^^^^^^^ swallowed-key: This text stands before a key. Kirby takes it for a part of the key and finds no field behind it; …
and, in the next line, a colon: here
`));

  test.each([
    ['blank lines', '\n\n  Title: A'],
    ['a byte order mark', '\uFEFFTitle: A'],
  ])('accepts %s', (_name, text) => checkDiagnostics(text));

  test('removes it', () => checkFix('Stray$0 text\nTitle: A', 'Title: A'));

  test.each([
    [
      'Move the text into "Text", before a divider of its own',
      'Text: a\n\n----\n\nStr$0ay text\nTitle: A',
      'Text: a\n\n\\----\n\nStray text\n\n----\n\nTitle: A',
    ],
    [
      'Remove the text before "Title"',
      'Text: a\n\n----\n\nStr$0ay text\nTitle: A',
      'Text: a\n\n----\n\nTitle: A',
    ],
  ])('%s', (title, before, after) => checkFix(before, after, { title }));
});
