import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix, checkFixAll } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  tags:
    type: tags
  topics:
    type: multiselect
    separator: ;
    options: [wood, metal]
  text:
    type: textarea
`,
};
const options = { files, only: ['listed-tags', 'unknown-option'] };

describe('listed-tags', () => {
  test('finds a list of YAML, and says no more about its items', async () => {
    await checkDiagnostics(
      `
Tags:

- wood
^^^^^^ error listed-tags: This field is no YAML list. Kirby reads all of this as one value, hyphens and all; write "wood, metal".
- metal

----

Topics: - wood
        ^^^^^^ error listed-tags: This field is no YAML list…
`,
      options,
    );
  });

  test('finds a list in brackets', async () => {
    await checkDiagnostics(
      `
Tags: ["wood", "metal"]
      ^^^^^^^^^^^^^^^^^ error listed-tags: This field is no list in brackets. Kirby takes brackets and quotation marks for parts of the values; write "wood, metal".

----

Topics: [wood, metal]
        ^^^^^^^^^^^^^ error listed-tags: …
`,
      options,
    );
    await checkFix('Tags: ["wo$0od", "metal"]', 'Tags: wood, metal', options);
    await checkFixAll('Topics: [wood, metal]', 'Topics: wood; metal', options);
  });

  test.each([
    'Tags: [wood]',
    'Tags: [1]',
    'Tags: [wood], [metal]',
    'Tags: []',
    'Tags: [a] b, c [d]',
  ])('takes %j', async (text) => {
    await checkDiagnostics(text, options);
  });

  test.each(['Tags: wood, metal', 'Tags: -5, 3', 'Tags: - wood\nmetal', 'Text: - wood\n- metal'])(
    'takes %j',
    async (text) => {
      await checkDiagnostics(text, options);
    },
  );

  test('writes the values on one line', async () => {
    await checkFix('Tags: - wo$0od\n- "metal"', 'Tags: wood, metal', options);
    await checkFixAll('Topics: - wood\n- metal', 'Topics: wood; metal', options);
  });

  test('keeps numbers as they are written', async () => {
    await checkFixAll(
      'Tags: [1.0, 12345678901234567890, -0, true, "1/5"]',
      'Tags: 1.0, 12345678901234567890, -0, true, 1/5',
      options,
    );
  });

  test('offers nothing for half a character', async () => {
    const half = String.raw`Tags: ["\ud83d", "wood"]`;
    await checkFixAll(half, half, options);
  });

  test('offers nothing where a value would fall apart', async () => {
    await checkFixAll('Tags: - wood, old\n- metal', 'Tags: - wood, old\n- metal', options);
  });
});
