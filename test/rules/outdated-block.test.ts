import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const only = ['outdated-block'];

describe('outdated-block', () => {
  test('finds settings on a block and content that is a text', () =>
    checkDiagnostics(
      `
Blocks: [{"type":"text","content":{"text":"x"},"attrs":[]},{"type":"mine","content":"x"}]
                                                       ^^ outdated-block: A block has no "attrs"; Kirby takes this one for a block of its old editor and hides its content. Remove the key.
                                                                                    ^^^ outdated-block: The content of a block is an object of fields; …
`,
      { only },
    ));

  test.each([
    'Blocks: [{"type":"text","content":{"text":"x"},"attrs":null}]',
    'Blocks: [{"type":"paragraph","content":"x"},{"type":"h2","content":"y"},{"type":"ul","content":"z"}]',
    'Layout: [{"attrs":{"class":"x"},"columns":[]}]',
  ])('accepts what Kirby reads or converts without loss: %s', (text) =>
    checkDiagnostics(text, { only }),
  );

  test('removes the settings', () =>
    checkFix(
      'Blocks: [{"type":"text","content":{"text":"x"},"attrs":$0[]}]',
      'Blocks: [{"type":"text","content":{"text":"x"}}]',
    ));

  test('moves a text into a field', () =>
    checkFix(
      'Blocks: [{"type":"text","content":$0"caf\\u00e9"}]',
      'Blocks: [{"type":"text","content":{"text":"caf\\u00e9"}}]',
    ));
});
