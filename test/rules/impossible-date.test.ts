import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  date:
    type: date
  moment:
    type: date
    time: true
  dotted:
    type: date
    format: d.m.Y
`,
};
const options = { files, only: ['impossible-date'] };

describe('impossible-date', () => {
  test.each([
    ['2024-02-30', '2024-03-01'],
    ['2023-02-29', '2023-03-01'],
    ['2024-04-31', '2024-05-01'],
    ['31.06.2024', '2024-07-01'],
    ['2/30/2024', '2024-03-01'],
    ['31 April 2024', '2024-05-01'],
    ['20240230', '2024-03-01'],
    ['2024-01-00', '2023-12-31'],
    ['0000-00-00', '-0001-11-30'],
  ])('finds %s, which is %s to Kirby', async (text, read) => {
    await checkDiagnostics(
      `
Date: ${text}
      ${'^'.repeat(text.length)} error impossible-date: The calendar has no day "${text}". Kirby reads ${read} and stores that at the next save; write the day that is meant.
`,
      options,
    );
  });

  test.each(['2024-02-29', '29.02.2024', '2024-12-31 24:00', '2000-02-29', ''])(
    'takes %j',
    async (text) => {
      await checkDiagnostics(`Date: ${text}`, options);
    },
  );

  test('writes the last day of the month, or the one that Kirby reads', async () => {
    await checkFix('Date: 2024-02-$030', 'Date: 2024-02-29', options);
    await checkFix('Date: 2024-02-$030', 'Date: 2024-03-01', {
      ...options,
      title: 'Use 2024-03-01',
    });
    await checkFix('Dotted: 31.0$06.2024', 'Dotted: 30.06.2024', options);
    await checkFix('Date: 2024-01-$000', 'Date: 2024-01-01', options);
  });

  test('keeps the time', async () => {
    await checkFix('Moment: 2024-02-$030 12:30', 'Moment: 2024-02-29 12:30:00', options);
  });

  test('empties what stands for no date', async () => {
    await checkFix('Date: 0000-00-$000', 'Date: ', options);
  });
});
