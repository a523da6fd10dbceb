import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  my-field:
    type: text
  größe:
    type: text
  a.b:
    type: text
  good_name2:
    type: text
  camelCase:
    type: text
  my-rule:
    type: line
`,
};
const options = { files, only: ['unreachable-field'] };

describe('unreachable-field', () => {
  test('finds names that Kirby does not read again', async () => {
    await checkDiagnostics(
      `
My-field: x
^^^^^^^^ warning unreachable-field: The blueprint calls this field "my-field", a name that Kirby cannot keep in a file. The Panel always shows the field empty. Have it renamed in the blueprint, with the letters a to z, digits and single underscores alone.

----

größe: x
^^^^^ warning unreachable-field: The blueprint calls this field "größe", a name that Kirby cannot keep in a file. The next save in the Panel moves the value…

----

A.b: x
^^^ warning unreachable-field: The blueprint calls this field "a.b"…
`,
      options,
    );
  });

  test('finds the value where a save has moved it', async () => {
    await checkDiagnostics(
      `
Grosse: x
^^^^^^ warning unreachable-field: The blueprint calls this field "größe", a name that Kirby cannot keep in a file. The Panel always shows the field empty…
`,
      options,
    );
  });

  test.each(['Good-name2: x', 'Camelcase: x', 'My-rule: x', 'Other: x'])(
    'takes %j',
    async (text) => {
      await checkDiagnostics(text, options);
    },
  );
});
