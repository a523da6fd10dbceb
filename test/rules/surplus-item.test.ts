import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  cover:
    type: files
    multiple: false
  gallery:
    type: files
`,
  'content/1_article/a.jpg': '',
  'content/1_article/b.jpg': '',
};
const options = { files, only: ['surplus-item'] };

describe('surplus-item', () => {
  test('finds a second item', async () => {
    await checkDiagnostics(
      `
Cover:

- a.jpg
- b.jpg
  ^^^^^ information surplus-item: This field is for one file. Templates use the first one only; remove the others, or put the one that counts first.
`,
      options,
    );
  });

  // The website shows the one that is there.
  test.each([
    'Cover: - gone.jpg\n- b.jpg',
    'Cover: - a.jpg',
    'Cover: ',
    'Gallery: - a.jpg\n- b.jpg',
  ])('takes %j', async (text) => {
    await checkDiagnostics(text, options);
  });

  test('keeps the first one', async () => {
    await checkFix('Cover: - a.jpg\n- b$0.jpg', 'Cover: - a.jpg', options);
  });
});
