import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const only = ['missing-user'];
const account = (email: string, name: string): string =>
  `<?php\n\nreturn [\n    'email' => '${email}',\n    'language' => 'en',\n    'name' => '${name}',\n    'role' => 'admin'\n];`;
const blueprint = {
  'site/blueprints/pages/article.yml': `
fields:
  author:
    type: users
  people:
    type: structure
    fields:
      who:
        type: users
  blocks:
    type: blocks
    fieldsets:
      card:
        fields:
          by:
            type: users
`,
};
const files = {
  ...blueprint,
  'site/accounts/adaAda01/index.php': account('ada@example.com', 'Ada'),
  'site/accounts/gracegra/index.php': account('grace@example.com', 'Grace'),
};
const options = { only, files };

describe('missing-user', () => {
  test('finds users of whom there is no account, in any form and anywhere', () =>
    checkDiagnostics(
      `
Author:

- user://nobody00
  ^^^^^^^^^^^^^^^ warning missing-user: No account of this site is "user://nobody00". Kirby leaves it out without a word; choose another user or remove it.
- user://adaAda01
- nobody@example.com
  ^^^^^^^^^^^^^^^^^^ warning missing-user: …
- ada@example.com
- ADA@example.com
- GRACEGRA
- gracegra
- nobody00
  ^^^^^^^^ warning missing-user: …
----
People:

- who:
    - user://nobody00
      ^^^^^^^^^^^^^^^ warning missing-user: …
----
Blocks: [{"type":"card","content":{"by":["user://nobody00","user://adaAda01"]}}]
                                         ^^^^^^^^^^^^^^^^^ warning missing-user: …
`,
      options,
    ));

  test('finds the only one', () =>
    checkDiagnostics(
      `
Author: - user://nobody00
          ^^^^^^^^^^^^^^^ warning missing-user: …
`,
      options,
    ));

  test('is silent where there are no accounts', async () => {
    const text = 'Author: - user://nobody00';
    await checkDiagnostics(text, { only, files: blueprint });
    await checkDiagnostics(text, {
      only,
      files: { ...blueprint, 'site/accounts/.gitkeep': '', 'site/accounts/index.html': '' },
    });
  });

  test('is silent about an address while the address of an account is not known', () =>
    checkDiagnostics(
      `
Author:

- nobody@example.com
- user://nobody00
  ^^^^^^^^^^^^^^^ warning missing-user: …
- user://secret01
`,
      { only, files: { ...files, 'site/accounts/secret01/user.txt': 'Bio: …' } },
    ));

  test('puts the user in place who was meant', async () => {
    await checkFix('Author: - user://adaA$0da02', 'Author: - user://adaAda01', {
      ...options,
      title: 'Use the user "Ada" instead',
    });
    await checkFix(
      'Author:\n\n- grcae@exa$0mple.com\n- user://adaAda01',
      'Author:\n\n- user://gracegra\n- user://adaAda01',
      { ...options, title: 'Use the user "Grace" instead' },
    );
  });

  test('removes the reference', () =>
    checkFix('Author:\n\n- user://no$0body00\n- user://adaAda01', 'Author:\n\n- user://adaAda01', {
      ...options,
      title: 'Remove the reference',
    }));
});
