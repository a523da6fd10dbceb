import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const blueprint = `
fields:
  subheadline: true
  meta_title:
    type: text
  summary:
    type: text
  body:
    type: blocks
    fieldsets:
      card:
        fields:
          caption:
            type: text
`.replace('  subheadline: true', '  subheadline:\n    type: text');
const options = {
  files: { 'site/blueprints/pages/article.yml': blueprint },
  only: ['unknown-field'],
};

describe('unknown-field', () => {
  test('finds a name that is nearly one of the blueprint', async () => {
    await checkDiagnostics(
      `
Sumary: x
^^^^^^ hint unknown-field: The blueprint has no field "sumary". Kirby keeps it, but the Panel does not show it; did you mean "summary"?

----

Metatitle: x
^^^^^^^^^ hint unknown-field: The blueprint has no field "metatitle"…

----

Body: [{"type":"card","content":{"captoin":"x"}}]
                                 ^^^^^^^^^ hint unknown-field: The blueprint has no field "captoin"…
`,
      options,
    );
  });

  test.each([
    'Summary: x',
    'Something: x',
    // The field that may be meant is there.
    'Sumary: x\n----\nSummary: y',
    'Title: x\n----\nUuid: abc\n----\nDate: 2024-01-01\n----\nSort: 1',
  ])('takes %j', async (text) => {
    await checkDiagnostics(text, options);
  });

  test('says nothing where the blueprint is not all known', async () => {
    const files = {
      'site/blueprints/pages/article.yml': `${blueprint}\n  more:\n    extends: fields/gone\n`,
    };
    await checkDiagnostics('Sumary: x', { ...options, files });
  });

  test('gives it the name of the field', async () => {
    await checkFix('Sum$0ary: x', 'Summary: x', options);
    await checkFix('sum$0ary: x', 'summary: x', options);
    await checkFix('Meta$0title: x', 'Meta-title: x', options);
    await checkFix(
      'Body: [{"type":"card","content":{"cap$0toin":"x"}}]',
      'Body: [{"type":"card","content":{"caption":"x"}}]',
      options,
    );
  });
});
