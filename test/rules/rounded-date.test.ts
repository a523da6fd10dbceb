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
  month:
    type: date
    step: month
  hour:
    type: date
    step: hour
  broken:
    type: date
    step: 2
`,
};
const options = { files, only: ['rounded-date'] };

describe('rounded-date', () => {
  test('names the day that it becomes', async () => {
    await checkDiagnostics(
      `
Date: 2024-02-29 12:33
      ^^^^^^^^^^^^^^^^ warning rounded-date: This field keeps no time: Kirby rounds "2024-02-29 12:33" to the nearest day, and the next save stores 2024-03-01. Write the day alone.
`,
      options,
    );
    await checkDiagnostics(
      `
Date: 2024-02-29 12:00
      ^^^^^^^^^^^^^^^^ rounded-date: This field keeps no time: Kirby rounds "2024-02-29 12:00" to the nearest day, and the next save stores 2024-02-29…
`,
      options,
    );
  });

  test('counts months', async () => {
    await checkDiagnostics(
      `
Month: 2024-02-20
       ^^^^^^^^^^ rounded-date: The field counts in steps of a month: Kirby rounds "2024-02-20", and the next save stores 2024-03-01.
`,
      options,
    );
  });

  test.each([
    'Date: 2024-02-29',
    'Date: 2024-02-29 00:00:00',
    'Moment: 2024-02-29 12:33',
    'Month: 2024-02-01',
    'Hour: 2024-02-29 12:33',
    'Broken: 2024-02-29 12:33',
    'Date: tomorrow noon',
  ])('takes %j', async (content) => {
    await checkDiagnostics(content, options);
  });

  test('writes the day that stands there, or the one it becomes', async () => {
    await checkFix('Date: 2024-02-29 $012:33', 'Date: 2024-02-29', options);
    await checkFix('Date: 2024-02-29 $012:33', 'Date: 2024-03-01', {
      ...options,
      title: 'Use 2024-03-01',
    });
    await checkFix('Month: 2024-02-$020', 'Month: 2024-03-01', options);
  });
});
