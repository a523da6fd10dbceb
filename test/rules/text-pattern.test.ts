import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  isbn:
    type: text
    pattern: '\\d{3}(?:-\\d+)'
  code:
    type: slug
    pattern: '[a-z]+'
  phone:
    type: tel
    pattern: '\\+[\\d ]+'
  mail:
    type: email
    pattern: 'x'
  slash:
    type: text
    pattern: 'a/b'
  nested:
    type: text
    pattern: '(a+)+b'
  named:
    type: text
    pattern: '(?<year>\\d+)'
  possessive:
    type: text
    pattern: 'a++b'
  many:
    type: text
    pattern: '.*a.*b.*c.*d'
`,
};
const options = { files, only: ['text-pattern'] };

describe('text-pattern', () => {
  test('wants the whole text to match', async () => {
    await checkDiagnostics(
      `
Isbn: 978-3x
      ^^^^^^ warning text-pattern: This text does not match the pattern of the blueprint, \\d{3}(?:-\\d+). The Panel refuses to save the page until this is changed.
`,
      options,
    );
    await checkDiagnostics(
      `
Code: a-b
      ^^^ text-pattern: This text does not match…
`,
      options,
    );
    await checkDiagnostics(
      `
Phone: 0123
       ^^^^ text-pattern: This text does not match…
`,
      options,
    );
  });

  test.each([
    'Isbn: 978-3',
    'Isbn: ',
    'Code: ABC',
    'Phone: +49 123',
    // Not looked at in an email field.
    'Mail: a@b.com',
    // Bytes, not letters.
    'Code: größe',
    // PHP may read these differently, or the answer takes too long.
    'Slash: c',
    'Nested: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac',
    'Named: x',
    'Possessive: x',
    `Many: ${'a'.repeat(400)}`,
  ])('takes %j, or leaves it open', async (content) => {
    await checkDiagnostics(content, options);
  });
});
