import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  opens:
    type: time
`,
};
const options = { files, only: ['invalid-time'] };

describe('invalid-time', () => {
  test.each([
    ...['25:00', '12:60', 'morning', '14h30 Uhr', '9 – 17'],
    // PHP's parser takes a letter for a time zone, and wants whole minutes with a colon or a point.
    ...['14h30', '14h', '14 h 30', '9h5', '14u30', '14-30', '14 30', '9'],
  ])('finds %j', async (text) => {
    await checkDiagnostics(
      `
Opens: ${text}
       ${'^'.repeat(text.length)} error invalid-time: "${text}" is no time that Kirby can read, so the field is empty in the Panel and the next save drops it. Write a time such as 14:30.
`,
      options,
    );
  });

  test.each([
    '12:35',
    '9:5',
    '12.30',
    '24:00',
    '3pm',
    '3:30 p.m.',
    '1430',
    '14:30h',
    'noon',
    'now',
    '',
  ])('takes %j', async (text) => {
    await checkDiagnostics(`Opens: ${text}`, options);
  });

  test('writes the time where it is clear', async () => {
    await checkFix('Opens: 14.30$0 Uhr', 'Opens: 14:30:00', options);
    await checkFix('Opens: 14$0 Uhr', 'Opens: 14:00:00', options);
    await checkFix('Opens: 14$0h30', 'Opens: 14:30:00', options);
    await checkFix('Opens: 9$0 h 05', 'Opens: 09:05:00', options);
    await checkFix('Opens: 9$0', 'Opens: 09:00:00', options);
    await checkFix('Opens: 14:00 -$0 15:30', 'Opens: 14:00:00', options);
    await checkFix('Opens: 9$0–17 Uhr', 'Opens: 09:00:00', options);
  });
});
