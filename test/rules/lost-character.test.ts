import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

describe('lost-character', () => {
  test('finds one', () =>
    checkDiagnostics(`
Title: Caf\uFFFD
          ^ warning lost-character: A character is lost here: the file is not UTF-8, or was once read as if it were. Readers see \uFFFD there, and JSON that is not UTF-8 is nothing to Kirby; reopen the file with its own encoding and save it as UTF-8, or type what is lost again.
`));

  test('tells of many once', () =>
    checkDiagnostics(`
Title: M\uFFFDller
        ^ lost-character: 3 characters of this file are lost, the first one here: …

----

Text: Gr\uFFFD\uFFFDe
`));

  test.each(['Caf\u00E9', '\u{1F600}', '?'])('accepts %j', (text) =>
    checkDiagnostics(`Title: ${text}`),
  );
});
