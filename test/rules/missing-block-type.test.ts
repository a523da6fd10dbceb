import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const only = ['missing-block-type'];

describe('missing-block-type', () => {
  test('finds a block without a type, wherever it stands', () =>
    checkDiagnostics(
      `
Layout: [{"columns":[{"blocks":[{"type":"line"},{"content":{"text":"x"}}]}]}]
                                                ^ missing-block-type: This block has no type. Kirby cannot build the page and shows an error instead; …
----
Blocks: [{"type":null},{"type":["x"]}]
         ^ missing-block-type: This block has no type. …
                       ^ missing-block-type: This block has no type. …
`,
      { only },
    ));

  test('accepts numbers, the empty text and the builder plugin’s key', () =>
    checkDiagnostics('Blocks: [{"type":5},{"type":""},{"_key":"text"}]', { only }));

  test('makes it a text block', () =>
    checkFix(
      'Blocks: [$0{"content":{"text":"x"}}]',
      'Blocks: [{"content":{"text":"x"},"type":"text"}]',
    ));

  test('finds and mends one inside of other values', async () => {
    const options = {
      files: {
        'site/blueprints/pages/article.yml': `
fields:
  rows:
    type: structure
    fields:
      body: { type: blocks }
  blocks:
    type: blocks
    fieldsets:
      box:
        fields:
          parts: { type: blocks, fieldsets: [quote] }
`,
      },
      only,
    };
    await checkDiagnostics(
      `
Rows:

- body: '[{"type":"line"},{"id":"a"}]'
                          ^ error missing-block-type: This block has no type. …
`,
      options,
    );
    const box = (block: string): string =>
      `Blocks: [{"type":"box","content":{"parts":[${block}]}}]`;
    await checkFix(box('{$0"id":"a"}'), box('{"id":"a","type":"quote"}'), options);
  });

  test('makes a list of a list', () =>
    checkFix(
      'Blocks: [$0{"content":{"text":"<ul><li>x</li></ul>"}}]',
      'Blocks: [{"content":{"text":"<ul><li>x</li></ul>"},"type":"list"}]',
      { only },
    ));
});
