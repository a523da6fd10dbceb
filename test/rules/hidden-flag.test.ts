import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const only = ['hidden-flag'];

describe('hidden-flag', () => {
  test('finds a quoted no, a list and an object', () =>
    checkDiagnostics(
      `
Blocks: [{"type":"line","isHidden":"false"},{"type":"line","isHidden":" No "},{"type":"line","isHidden":[]}]
                                   ^^^^^^^ hidden-flag: In quotes this means true: Kirby hides the block. Write false without quotes.
                                                                      ^^^^^^ hidden-flag: In quotes this means true: …
                                                                                                        ^^ hidden-flag: "isHidden" is true or false; Kirby cannot build the page…
`,
      { only },
    ));

  test('accepts whatever means to PHP what it says', () =>
    checkDiagnostics(
      'Blocks: [{"type":"line","isHidden":1},{"type":"line","isHidden":"true"},{"type":"line","isHidden":"0"},{"type":"line","isHidden":""},{"type":"line","isHidden":null},{"type":"line"}]',
      { only },
    ));

  test('offers both meanings', async () => {
    await checkFix(
      'Blocks: [{"type":"line","isHidden":$0"false"}]',
      'Blocks: [{"type":"line","isHidden":false}]',
      { title: 'Show the block (false)' },
    );
    await checkFix(
      'Blocks: [{"type":"line","isHidden":$0"false"}]',
      'Blocks: [{"type":"line","isHidden":true}]',
      { title: 'Hide the block (true)' },
    );
  });
});
