import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const options = { only: ['lost-key'] };

describe('lost-key', () => {
  test('finds keys that blocks, rows and columns do not have', async () => {
    await checkDiagnostics(
      `
Layout: [{"class":"wide","columns":[{"width":"1/1","note":"x","blocks":[{"type":"text","content":{},"color":"red"}]}]}]
          ^^^^^^^ warning lost-key: A row has no "class". The next save in the Panel deletes it; what a row is to keep belongs in its "attrs".
                                                   ^^^^^^ warning lost-key: A column has no "note". The next save in the Panel deletes it; remove it.
                                                                                                    ^^^^^^^ warning lost-key: A block has no "color". The next save in the Panel deletes it; what a block is to keep belongs in its "content".

----

Blocks: [{"type":"text","contents":{"text":"x"}}]
                        ^^^^^^^^^^ warning lost-key: A block has no "contents". The next save in the Panel deletes it; did you mean "content"?
`,
      options,
    );
  });

  test.each([
    'Blocks: [{"content":{"any":"x"},"id":"a","isHidden":false,"type":"text"}]',
    'Blocks: [{"type":"text","content":{},"extra":"","more":null,"list":[]}]',
    // Blocks of the old editor are converted.
    'Blocks: [{"type":"paragraph","content":"x","attrs":{},"old":1}]',
    'Layout: [{"attrs":{"class":"x"},"columns":[{"blocks":[],"id":"b","width":"1/1"}],"id":"a"}]',
    'Layout: broken',
  ])('takes %j', async (text) => {
    await checkDiagnostics(text, options);
  });

  test('renames what was meant, or removes it', async () => {
    await checkFix(
      'Blocks: [{"type":"text","cont$0ents":{"text":"x"}}]',
      'Blocks: [{"type":"text","content":{"text":"x"}}]',
      options,
    );
    await checkFix(
      'Blocks: [{"type":"text","content":{},"co$0lor":"red"}]',
      'Blocks: [{"type":"text","content":{}}]',
      options,
    );
  });
});
