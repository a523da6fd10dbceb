import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  body:
    type: blocks
    fieldsets:
      - text
      - card
  layout:
    type: layout
    fieldsets:
      - text
      - card
`,
  'site/blueprints/blocks/card.yml': `
fields:
  inner:
    type: blocks
    fieldsets:
      - heading
`,
  'site/snippets/blocks/banner.php': '',
};
const options = { files, only: ['disallowed-block'] };

describe('disallowed-block', () => {
  test('finds blocks that the field does not offer', async () => {
    await checkDiagnostics(
      `
Body: [{"type":"heading","content":{}},{"type":"text","content":{}},{"type":"banner","content":{}}]
               ^^^^^^^^^ warning disallowed-block: This field does not offer blocks of the type "heading". Kirby shows the block on the website, but in the Panel it cannot be edited; use another type, or add this one to the blueprint.
                                                                            ^^^^^^^^ warning disallowed-block: This field does not offer blocks of the type "banner"…

----

Layout: [{"columns":[{"width":"1/1","blocks":[{"type":"heading","content":{}}]}]}]
                                                      ^^^^^^^^^ warning disallowed-block: This field does not offer…
`,
      options,
    );
  });

  test('looks into blocks', async () => {
    await checkDiagnostics(
      `
Body: [{"type":"card","content":{"inner":"[{\\"type\\":\\"text\\",\\"content\\":{}}]"}}]
                                                     ^^^^^^^^ disallowed-block: This field does not offer blocks of the type "text"…
`,
      options,
    );
  });

  test('leaves what nothing knows, and old blocks, to other rules', async () => {
    await checkDiagnostics(
      'Body: [{"type":"nothing","content":{}},{"type":"h1","content":"x"},{"content":{}}]',
      options,
    );
  });

  test('mends the letter case', async () => {
    const plugin = { 'site/plugins/any/index.php': "<?php Kirby::plugin('a/b', []);" };
    await checkFix(
      'Body: [{"type":"Ca$0rd","content":{}}]',
      'Body: [{"type":"card","content":{}}]',
      { ...options, files: { ...files, ...plugin } },
    );
  });
});
