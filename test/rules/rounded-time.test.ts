import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  opens:
    type: time
  exact:
    type: time
    step: second
  quarter:
    type: time
    format: H:i
    step:
      unit: minute
      size: 15
  moment:
    type: date
    time: true
  hours:
    type: date
    time:
      step: hour
`,
};
const options = { files, only: ['rounded-time'] };

describe('rounded-time', () => {
  test('finds times between two steps', async () => {
    await checkDiagnostics(
      `
Opens: 12:33
       ^^^^^ information rounded-time: Kirby rounds "12:33" to the step of the field: the next save stores 12:35:00.
`,
      options,
    );
    await checkDiagnostics(
      `
Moment: 2024-02-29 12:33:12
        ^^^^^^^^^^^^^^^^^^^ rounded-time: Kirby rounds "2024-02-29 12:33:12" to the step of the field: the next save stores 2024-02-29 12:35:00.
`,
      options,
    );
    await checkDiagnostics(
      `
Opens: 23:58
       ^^^^^ rounded-time: Kirby rounds "23:58" to the step of the field: the next save stores 00:00:00.
`,
      options,
    );
  });

  test.each([
    'Opens: 12:35',
    'Opens: 3pm',
    'Opens: 24:00',
    'Exact: 12:33:12',
    'Quarter: 12:45',
    'Moment: 2024-02-29',
    'Hours: 2024-02-29 12:00',
    'Opens: ',
  ])('takes %j', async (content) => {
    await checkDiagnostics(content, options);
  });

  test('writes what it becomes, as the field is stored', async () => {
    await checkFix('Opens: 12:$033', 'Opens: 12:35:00', options);
    await checkFix('Quarter: 12:$033', 'Quarter: 12:30', options);
    await checkFix('Hours: 2024-02-29 12:$033', 'Hours: 2024-02-29 13:00:00', options);
  });
});
