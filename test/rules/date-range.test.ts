import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  date:
    type: date
    min: 2020-01-01
    max: 31.12.2029
  future:
    type: date
    min: tomorrow
  moment:
    type: date
    time: true
    max: 2024-02-29 12:00
  opens:
    type: time
    min: 08:00
    max: 18:00
  odd:
    type: date
    min: 2020-01-01 12:30
`,
};
const options = { files, only: ['date-range'] };

describe('date-range', () => {
  test('finds days before the first and behind the last', async () => {
    await checkDiagnostics(
      `
Date: 2019-12-31
      ^^^^^^^^^^ warning date-range: 2019-12-31 is before the first day that the blueprint allows, 2020-01-01. The Panel refuses to save the page until this is changed.
`,
      options,
    );
    await checkDiagnostics(
      `
Date: 2030-01-01
      ^^^^^^^^^^ date-range: 2030-01-01 is behind the last day that the blueprint allows, 2029-12-31…
`,
      options,
    );
  });

  test('finds moments and times', async () => {
    await checkDiagnostics(
      `
Moment: 2024-02-29 12:05
        ^^^^^^^^^^^^^^^^ date-range: 2024-02-29 12:05:00 is behind the last moment that the blueprint allows, 2024-02-29 12:00:00…
`,
      options,
    );
    await checkDiagnostics(
      `
Opens: 7:30
       ^^^^ date-range: 07:30:00 is before the first time that the blueprint allows, 08:00:00…
`,
      options,
    );
  });

  test('counts from the current day only where it is known', async () => {
    await checkDiagnostics('Future: 2024-02-29', options);
    await checkDiagnostics(
      `
Future: 2024-02-29
        ^^^^^^^^^^ date-range: 2024-02-29 is before the first day that the blueprint allows, 2024-03-01…
`,
      { ...options, today: '2024-02-29T12:30:00' },
    );
    await checkDiagnostics('Future: 2024-02-29', { ...options, today: '2024-02-28T23:30:00' });
  });

  test.each([
    'Date: 2020-01-01',
    'Date: 2029-12-31',
    'Date: 31.12.2029',
    'Date: soon',
    'Date: 2019',
    'Date: ',
    'Moment: 2024-02-29 12:00',
    'Opens: 18:00',
    'Odd: 2019-01-01',
  ])('takes %j', async (content) => {
    await checkDiagnostics(content, options);
  });

  test('writes the nearest limit', async () => {
    await checkFix('Date: 2019-$012-31', 'Date: 2020-01-01', options);
    await checkFix('Opens: 7:$030', 'Opens: 08:00:00', options);
  });
});
