import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix, checkFixAll, checkNoFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  contact:
    type: email
`,
};
const options = { files, only: ['invalid-email'] };

describe('invalid-email', () => {
  test.each([
    'a@b',
    'name',
    '@b.com',
    'ü@c.de',
    'a b@c.de',
    'a@b.c, d@e.f',
    'a..b@c.de',
    'a@-b.de',
    'a@b.1',
  ])('finds %j', async (text) => {
    await checkDiagnostics(
      `
Contact: ${text}
         ${'^'.repeat(text.length)} warning invalid-email: "${text}" is no email address. The Panel refuses to save the page until this is changed; write one address such as name@example.com.
`,
      options,
    );
  });

  test.each([
    'a@b.c',
    "o'neil+x@mail.example.com",
    'a@münchen.de',
    'a@[127.0.0.1]',
    '"a b"@c.de',
    '',
  ])('takes %j', async (text) => {
    await checkDiagnostics(`Contact: ${text}`, options);
  });

  test('takes the address out of what stands around it', async () => {
    await checkFix('Contact: mail$0to:a@b.com', 'Contact: a@b.com', options);
    await checkFixAll('Contact: mailto:a@b.com', 'Contact: a@b.com', options);
    await checkFix('Contact: Ann $0<a@b.com>', 'Contact: a@b.com', options);
  });

  test('does not choose between two', async () => {
    await checkNoFix('Contact: a@b.c, $0d@e.f', options);
  });
});
