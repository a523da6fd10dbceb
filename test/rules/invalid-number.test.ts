import { describe, expect, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  count:
    type: number
  body:
    type: blocks
    fieldsets:
      card:
        fields:
          size:
            type: range
`,
};
const options = { files, only: ['invalid-number'] };

describe('invalid-number', () => {
  test('finds words and digits with more behind them', async () => {
    await checkDiagnostics(
      `
Count: many
       ^^^^ error invalid-number: "many" is no number. Kirby reads 0…
`,
      options,
    );
    await checkDiagnostics(
      `
Count: 5 €
       ^^^ invalid-number: "5 €" is no number. Kirby reads 5…
`,
      options,
    );
  });

  test('finds digits that Kirby rounds away', async () => {
    await checkDiagnostics(
      `
Count: 1e-3
       ^^^^ invalid-number: "1e-3" is no number. Kirby reads 0…
`,
      options,
    );
  });

  test.each(['5', '-1.5', '0', '', '1e3', '.5'])('takes %j', async (value) => {
    await checkDiagnostics(`Count: ${value}`, options);
  });

  test('looks into blocks', async () => {
    await checkDiagnostics(
      `
Body: [{"type":"card","content":{"size":"wide"}}]
                                        ^^^^^^ invalid-number: "wide" is no number…
`,
      options,
    );
    await checkDiagnostics('Body: [{"type":"card","content":{"size":5}}]', options);
  });

  test('writes what Kirby would read', async () => {
    await checkFix('Count: 1$0,5', 'Count: 1.5', options);
    await checkFix(
      'Body: [{"type":"card","content":{"size":"$012 px"}}]',
      'Body: [{"type":"card","content":{"size":"12"}}]',
      options,
    );
  });

  test('writes what is meant by thousands and currencies', async () => {
    await checkFix('Count: 1.234$0,50', 'Count: 1234.5', options);
    await checkFix('Count: 1$0 000', 'Count: 1000', options);
    await checkFix('Count: €$0 12,50', 'Count: 12.5', options);
    await checkFix('Count: 1,$0234', 'Count: 1.234', { ...options, title: 'Use 1.234' });
  });

  test('says nothing without a blueprint', async () => {
    await checkDiagnostics('Count: many', { ...options, inSite: false });
    expect(options.only).toHaveLength(1);
  });
});
