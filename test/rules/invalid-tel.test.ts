import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

const options = {
  files: { 'site/blueprints/pages/article.yml': 'fields:\n  phone:\n    type: tel\n' },
  only: ['invalid-tel'],
};

describe('invalid-tel', () => {
  test.each(['me@example.org', 'on request', '030 / ABC', '49+30 12', '+', '030 1234, 030 1235'])(
    'finds %j',
    (text) =>
      checkDiagnostics(
        `Phone: ${text}\n       ${'^'.repeat(text.length)} hint invalid-tel: "${text}" does not look like a phone number. Kirby takes it as it is, and a link made of it calls only the digits in it; write the number alone.`,
        options,
      ),
  );

  test.each([
    '',
    '110',
    '+49 30 123456',
    '+49 (0)30 123-456',
    '(030) 12.34.56',
    '030/123 456–78',
    '(+49) 30 1234',
    '030 1234 ext. 5',
    '030 1234 x5',
    '*100#',
  ])('accepts %j', (text) => checkDiagnostics(`Phone: ${text}`, options));
});
