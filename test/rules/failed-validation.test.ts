import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

const only = ['failed-validation'];

/** An article whose field `Text` is of a type and has to pass validators. */
function validated(
  validate: string,
  type = 'text',
): { readonly files: Record<string, string>; readonly only: readonly string[] } {
  const blueprint = `fields:\n  text:\n    type: ${type}\n    validate: ${validate}\n`;
  return { files: { 'site/blueprints/pages/article.yml': blueprint }, only };
}

const refused: readonly (readonly [validate: string, text: string, wish: string])[] = [
  ['alpha', 'abc1', 'consist of the letters a to z'],
  ['alpha', 'été', 'consist of the letters a to z'],
  ['{ alpha: true }', 'été 2', 'consist of letters'],
  ['alphanum', 'a-1', 'consist of the letters a to z and digits'],
  ['ALPHA', '1', 'consist of the letters a to z'],
  ['accepted', 'perhaps', 'be "yes"'],
  ['denied', 'yes', 'be "no"'],
  ['{ between: [3, 5] }', 'ab', 'have a number of characters that is between 3 and 5'],
  ['{ between: [3, 5] }', '12', 'be between 3 and 5'],
  ['{ contains: "@" }', 'me', 'contain "@"'],
  ['{ notContains: b }', 'abc', 'not contain "b"'],
  ['{ startsWith: a }', 'bc', 'begin with "a"'],
  ['{ endsWith: a }', 'bc', 'end with "a"'],
  ['{ different: a }', 'a', 'be another text than "a"'],
  ['{ same: a }', 'b', 'be "a"'],
  ['{ in: [[a, b]] }', 'c', 'be one of "a", "b"'],
  ['{ notIn: [[a, b]] }', 'b', 'be none of "a", "b"'],
  ['email', 'me', 'be an email address'],
  ['url', 'example.org', 'be a full address'],
  ['tel', '030 1234', 'be digits alone'],
  ['ip', 'localhost', 'be an IP address'],
  ['num', '1,5', 'be a number'],
  ['integer', '1.5', 'be a whole number'],
  ['filename', 'a b.jpg', 'consist of the letters a to z'],
  ['{ min: 3 }', '2', 'be at least 3'],
  ['{ min: 3 }', 'ab', 'have a number of characters that is at least 3'],
  ['{ max: 3 }', 'abcd', 'have a number of characters that is at most 3'],
  ['{ less: 3 }', '3', 'be less than 3'],
  ['{ more: "3" }', '3', 'be more than 3'],
  ['{ minLength: 3 }', '12', 'have a number of characters that is at least 3'],
  ['{ maxLength: 1 }', 'ab', 'have a number of characters that is at most 1'],
  ['{ minWords: 3 }', 'two words', 'have a number of words that is at least 3'],
  ['{ maxWords: 1 }', 'two words', 'have a number of words that is at most 1'],
  ['{ match: "/^[a-z]+$/" }', 'A', 'match /^[a-z]+$/'],
  ['[alpha, num]', 'a', 'be a number'],
];

describe('failed-validation', () => {
  test.each(refused)('validate: %s refuses %j', async (validate, text, wish) => {
    await checkDiagnostics(
      `Text: ${text}\n      ${'^'.repeat(text.length)} failed-validation: By the setting "validate: ${nameIn(validate)}" of the blueprint this text has to ${wish}…`,
      validated(validate),
    );
  });

  test.each([
    ['alpha', 'abc'],
    ['{ alpha: true }', 'été'],
    ['alphanum', 'A1'],
    ['{ between: [3, 5] }', 'abcd'],
    ['{ between: [3, 5] }', '4'],
    ['{ min: 3 }', 'abc'],
    ['{ minLength: 2 }', '😀😀'],
    ['{ in: [[1, 2]] }', '01'],
    ['{ in: [a, b] }', 'c'],
    ['{ same: "1.0" }', '1'],
    ['{ match: "/[a-z]/i" }', '1A2'],
    ['{ match: "/(a+)+$/" }', 'b'],
    ['{ match: "[a-z]" }', '1'],
    ['{ match: "/[a-z]/x" }', '1'],
    ['{ size: 3 }', 'ab'],
    ['{ min: many }', 'ab'],
    ['{ min: { size: 3 } }', 'ab'],
    ['isbn', 'ab'],
    ['constructor', 'ab'],
    ['5', 'ab'],
  ])('validate: %s says nothing of %j', async (validate, text) => {
    await checkDiagnostics(`Text: ${text}`, validated(validate));
  });

  test.each(['text', 'textarea', 'slug', 'tel', 'url'])('looks at fields of type %s', (type) =>
    checkDiagnostics(
      'Text: https://example.org\n      ^^^^^^^^^^^^^^^^^^^ warning failed-validation: By the setting "validate: num" of the blueprint this text has to be a number. The Panel refuses to save the page until this is changed.',
      validated('num', type),
    ),
  );

  test('looks at rows, too', () =>
    checkDiagnostics(
      `
Rows:

- code: a1
        ^^ failed-validation: By the setting "validate: alpha"…
`,
      {
        files: {
          'site/blueprints/pages/article.yml':
            'fields:\n  rows:\n    type: structure\n    fields:\n      code:\n        type: text\n        validate: alpha\n',
        },
        only,
      },
    ));

  test('leaves it to a field of emails and to a converter', async () => {
    await checkDiagnostics('Text: me', validated('email', 'email'));
    await checkDiagnostics('Text: ABC', validated('{ startsWith: a }\n    converter: lower'));
  });
});

/** The name of the validator; of a list the last one. */
function nameIn(validate: string): string {
  return /^\{ (\w+)/.exec(validate)?.[1] ?? /(\w+)\]?$/.exec(validate)?.[1] ?? '';
}
