import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  layout:
    type: layout
    layouts:
      - "1/1"
      - "1/2, 1/2"
  any:
    type: layout
`,
};
const options = { files, only: ['layout-not-offered'] };

describe('layout-not-offered', () => {
  test('finds a row that the blueprint does not offer', async () => {
    await checkDiagnostics(
      `
Layout: [{"columns":[{"width":"1/1"}]},{"columns":[{"width":"1/3"},{"width":"2/3"}]}]
                                                            ^^^^^ hint layout-not-offered: The blueprint offers no row with the columns 1/3, 2/3. Kirby keeps it and shows it, but nobody can make another one in the Panel.
`,
      options,
    );
  });

  test.each([
    'Layout: [{"columns":[{"width":"1/2"},{"width":"1/2"}]},{"columns":[{}]}]',
    'Layout: [{"columns":[{"width":"half"}]},{"columns":[{"width":"1/5"}]},{"columns":[]}]',
    'Layout: [{"columns":[{"id":"a","width":"1/2"},{"id":"a","width":"1/3"}]}]',
    'Layout: [{"columns":[{"width":"1/2"},{}]}]',
    'Any: [{"columns":[{"width":"1/3"},{"width":"2/3"}]}]',
  ])('takes %j', async (text) => {
    await checkDiagnostics(text, options);
  });
});
