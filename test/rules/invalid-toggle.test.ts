import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  featured:
    type: toggle
  body:
    type: blocks
    fieldsets:
      card:
        fields:
          wide:
            type: toggle
`,
};
const options = { files, only: ['invalid-toggle'] };

describe('invalid-toggle', () => {
  test.each(['yes', 'TRUE', 'On', 'YES'])('finds %j, which only templates read', async (word) => {
    await checkDiagnostics(
      `
Featured: ${word}
          ${'^'.repeat(word.length)} warning invalid-toggle: The Panel reads "${word}" as off, though templates may read it as on. The next save stores false; write true or false.
`,
      options,
    );
  });

  test('finds other words', async () => {
    await checkDiagnostics(
      `
Featured: maybe
          ^^^^^ invalid-toggle: "maybe" is neither true nor false. Kirby reads it as off…
`,
      options,
    );
  });

  test.each(['true', '1', 'on', 'false', '0', 'off', '', 'no', 'FALSE', 'Off'])(
    'takes %j',
    async (word) => {
      await checkDiagnostics(`Featured: ${word}`, options);
    },
  );

  test.each(['true', 'false', '1', '0', 'null', '""', '"on"'])(
    'takes %s in a block',
    async (json) => {
      await checkDiagnostics(`Body: [{"type":"card","content":{"wide":${json}}}]`, options);
    },
  );

  test('writes what was meant', async () => {
    await checkFix('Featured: y$0es', 'Featured: true', options);
    await checkFix('Featured: y$0es', 'Featured: false', { ...options, title: 'Use false' });
    await checkFix('Featured: may$0be', 'Featured: false', options);
    await checkFix(
      'Body: [{"type":"card","content":{"wide":"y$0es"}}]',
      'Body: [{"type":"card","content":{"wide":"true"}}]',
      options,
    );
  });
});
