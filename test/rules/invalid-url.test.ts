import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix, checkNoFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  website:
    type: url
`,
};
const options = { files, only: ['invalid-url'] };

describe('invalid-url', () => {
  test('finds addresses without a scheme', async () => {
    await checkDiagnostics(
      `
Website: www.example.com
         ^^^^^^^^^^^^^^^ warning invalid-url: "www.example.com" is no full address. The Panel refuses to save the page until this is changed; write an address such as https://example.com.
`,
      options,
    );
  });

  test.each([
    '/page',
    'page://a1b2',
    'mailto:a@b.com',
    'http://com',
    'https://a.b',
    'https://example.com:8',
    'https://example.com/a b',
    'https://10.0.0.1',
    'https://192.168.1.1',
    'https://-a.com',
    'https://',
    'none',
  ])('finds %j', async (text) => {
    await checkDiagnostics(
      `
Website: ${text}
         ${'^'.repeat(text.length)} invalid-url: "${text}" is no full address…
`,
      options,
    );
  });

  test.each([
    'https://example.com',
    'HTTP://EXAMPLE.com/Path?a=b#c',
    'https://example.com?x',
    'ftp://example.com',
    '//cdn.org/x',
    'http://127.0.0.1',
    'http://localhost:8000/x',
    'https://user:pass@example.com',
    'https://münchen.de/straße',
    'https://a_b.example.com:8080',
    'https://example.com/@name',
    '',
  ])('takes %j', async (text) => {
    await checkDiagnostics(`Website: ${text}`, options);
  });

  test('adds a scheme, and writes blanks', async () => {
    await checkFix('Website: www.$0example.com', 'Website: https://www.example.com', options);
    await checkFix(
      'Website: https://example.com/a$0 b',
      'Website: https://example.com/a%20b',
      options,
    );
  });

  test.each(['Website: no$0ne', 'Website: /pa$0ge'])('has no fix for %j', async (content) => {
    await checkNoFix(content, options);
  });
});
