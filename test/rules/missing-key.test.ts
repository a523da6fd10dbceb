import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

describe('missing-key', () => {
  test('finds text that Kirby drops', () =>
    checkDiagnostics(`
Only text, and no key.
^^^^^^^^^^^^^^^^^^^^^^ error missing-key: This text has no key, so that Kirby drops it, and the next save in the Panel deletes it. Write a key and a colon before it.

----

Title: A

----

Some text
^^^^^^^^^ error missing-key: This text has no key, so that Kirby drops it, and the next save in the Panel deletes it. Write a key and a colon before it, or put a backslash before the divider if it belongs to "Title".
in two lines.

----

: a value
^^^^^^^^^ error missing-key: No key stands before the colon of this field, so that …

----

0: a value
^^^^^^^^^^ error missing-key: A field cannot be called "0", so that …
`));

  test.each([
    ['nothing', 'Title: A\n\n----\n\n----\n\n----\n\nText: B\n\n----\n'],
    ['a key that is being typed', 'Title: A\n\n----\n\nTex'],
    ['a key without a value', 'Title: A\n\n----\n\nText:\n\n----\n\n00: 1'],
  ])('accepts %s', (_name, text) => checkDiagnostics(text));

  test('hides the divider before it', () =>
    checkFix(
      'Text: a\n\n----\n\nb$0 and\nc\n\n----\n\nUuid: d',
      'Text: a\n\n\\----\n\nb and\nc\n\n----\n\nUuid: d',
    ));
});
