import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix, checkFixAll } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  tags:
    type: tags
  body:
    type: blocks
    fieldsets:
      card:
        fields:
          tags: true
`,
};
const options = { files, only: ['duplicate-item'] };

describe('duplicate-item', () => {
  test('finds a tag twice', async () => {
    await checkDiagnostics(
      `
Tags: wood, metal, wood
                   ^^^^ information duplicate-item: "wood" stands here twice. Kirby keeps both, and templates get it twice; remove one.
`,
      options,
    );
  });

  test.each(['Tags: wood, Wood', 'Tags: wood, wooden', 'Tags: '])('takes %j', async (text) => {
    await checkDiagnostics(text, options);
  });

  test('removes the second one', async () => {
    await checkFix('Tags: wood, metal, wo$0od', 'Tags: wood, metal', options);
    await checkFixAll('Tags: a, a, b', 'Tags: a, b', options);
    await checkFix(
      'Body: [{"type":"card","content":{"tags":["a","$0a"]}}]',
      'Body: [{"type":"card","content":{"tags":["a"]}}]',
      options,
    );
  });
});
