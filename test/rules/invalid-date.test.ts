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
  slashed:
    type: date
    format: d/m/Y
  dotted:
    type: date
    format: d.m.Y
  body:
    type: blocks
    fieldsets:
      card:
        fields:
          date:
            type: date
`,
};
const options = { files, only: ['invalid-date'] };

describe('invalid-date', () => {
  test('finds what PHP refuses', async () => {
    await checkDiagnostics(
      `
Date: soon
      ^^^^ error invalid-date: "soon" is no date that Kirby can read. The Panel shows the field as empty, and templates make 1970-01-01 of it; write a date such as 2024-12-31.
`,
      options,
    );
  });

  test.each([
    '2024-13-01',
    '2024-12-32',
    '31/12/2024',
    '05-13-2024',
    '13.13.2024',
    '3. Oktober 2024',
    '1. März 2024',
    '1. Januar 2024',
    '1. Februar 2024',
    'Frühling 2024',
    'summer 2024',
    'ca. 2024',
    '2024-01-01 – 2024-02-01',
    '2024-01-01 - 2024-02-01',
    '24.06.2025 25.06.2025',
    '24./25.06.2025',
    '2025-06-24 12:00 - 13:00',
    '06/2025',
    '2025/26',
    '2025.06.24',
    '- 2025-06-24',
    '2024?',
    '25:00',
    '-',
  ])('finds %j', async (text) => {
    await checkDiagnostics(
      `
Date: ${text}
      ${'^'.repeat(text.length)} invalid-date: "${text}" is no date that Kirby can read…
`,
      options,
    );
  });

  test('finds years and times, which stand for the current day', async () => {
    await checkDiagnostics(
      `
Date: 2024
      ^^^^ invalid-date: "2024" is no full date. Kirby reads it as the time 20:24:00 of the current day, which changes every day…
`,
      options,
    );
    await checkDiagnostics(
      `
Date: 1999
      ^^^^ invalid-date: "1999" is no full date. Kirby reads it as the current day and month of the year 1999…
`,
      options,
    );
    await checkDiagnostics(
      `
Moment: 12:30
        ^^^^^ invalid-date: "12:30" is no full date…
`,
      options,
    );
    await checkDiagnostics(
      `
Date: 05.01.24
      ^^^^^^^^ invalid-date: "05.01.24" is no full date. Kirby reads it as the time 05:01:24…
`,
      options,
    );
  });

  test('finds months of other languages that begin as in English', async () => {
    await checkDiagnostics(
      `
Date: 1. Juni 2024
      ^^^^^^^^^^^^ error invalid-date: Kirby knows only English names of months: in "1. Juni 2024" it takes 2024 for the time 20:24:00, and reads a day of the current year. Write a date such as 2024-06-01.
`,
      options,
    );
    await checkDiagnostics(
      `
Moment: 3 mars 2025
        ^^^^^^^^^^^ invalid-date: Kirby knows only English names of months: in "3 mars 2025" it takes 2025 for the time 20:25:00…
`,
      options,
    );
    // No time has so many minutes.
    await checkDiagnostics('Date: 1. Juni 1999', options);
  });

  test('names the format that cannot be read back', async () => {
    await checkDiagnostics(
      `
Slashed: 31/12/2024
         ^^^^^^^^^^ invalid-date: "31/12/2024" is no date that Kirby can read. The Panel shows the field as empty, and templates make 1970-01-01 of it; write a date such as 2024-12-31. The blueprint's format d/m/Y writes dates that cannot be read back.
`,
      options,
    );
  });

  test.each([
    '2024-02-29',
    '2024-1-5',
    '2024-02-29 12:35',
    '2024-02-29T12:35:00',
    '2024-02-29T12:35:00Z',
    '2024-02-29T12:35:00+02:00',
    '2024-02-29 12:35 Europe/Berlin',
    '2024-02-29 12:35 CEST',
    '20240105',
    '2024W05',
    '2024-02',
    '29.02.2024',
    '31.12.24',
    '2/29/2024',
    '2024/02/29',
    '1 January 2024',
    '1st of January 2024',
    'January 1st, 2024',
    'Jan 2024',
    'Monday, 1 January 2024',
    '3 XII 2024',
    '2024-02-29 14:00-15:00 Uhr',
    '2024-02-29 14:00 Z foo',
    'today',
    'tomorrow noon',
    'first day of next month',
    '+2 weeks',
    'last monday',
    '@0',
    '1704067200',
    '',
  ])('takes %j, or leaves it open', async (text) => {
    await checkDiagnostics(`Moment: ${text}`, options);
  });

  test('looks into blocks', async () => {
    await checkDiagnostics(
      `
Body: [{"type":"card","content":{"date":"soon"}}]
                                        ^^^^^^ invalid-date: "soon" is no date…
`,
      options,
    );
  });

  test('turns days and months to where Kirby reads them', async () => {
    await checkFix('Date: 31/$012/2024', 'Date: 2024-12-31', options);
    await checkFix('Date: 12-$031-2024', 'Date: 2024-12-31', options);
    await checkFix('Moment: 31/$012/2024', 'Moment: 2024-12-31 00:00:00', options);
    await checkFix('Slashed: 31/$012/2024', 'Slashed: 2024-12-31', options);
  });

  test('completes a year, and a short one', async () => {
    await checkFix('Date: 20$024', 'Date: 2024-01-01', options);
    await checkFix('Date: 05.$001.24', 'Date: 2024-01-05', options);
    await checkFix('Dotted: 05.$001.24', 'Dotted: 05.01.2024', options);
  });

  test('writes the day that is meant by names of months and by ranges', async () => {
    await checkFix('Date: 1. Ju$0ni 2024', 'Date: 2024-06-01', options);
    await checkFix('Date: 24 fév$0rier 2025', 'Date: 2025-02-24', options);
    await checkFix('Moment: 24. De$0z. 2025', 'Moment: 2025-12-24 00:00:00', options);
    await checkFix('Dotted: 24.06.2025 -$0 25.06.2025', 'Dotted: 24.06.2025', options);
    const range = 'Moment: 2025-06-24 12:00 -$0 13:00';
    await checkFix(range, 'Moment: 2025-06-24 12:00:00', options);
  });

  test('offers the current day where it is known', async () => {
    await checkFix('Date: so$0on', 'Date: 2024-02-29', {
      ...options,
      today: '2024-02-29T12:30:00',
    });
  });
});
