import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  price:
    type: number
    step: 0.5
  odd:
    type: number
    min: 1
    max: 8
    step: 2
  tenth:
    type: number
    step: "0.1"
  any:
    type: number
    step: any
  share:
    type: range
    step: 10
`,
};
const options = { files, only: ['number-step'] };

describe('number-step', () => {
  test('finds numbers between two steps', async () => {
    await checkDiagnostics(
      `
Price: 1.3
       ^^^ information number-step: 1.3 lies between two steps: the blueprint counts in steps of 0.5 from 0. Kirby keeps it, but the Panel's field asks for 1 or 1.5.
`,
      options,
    );
    await checkDiagnostics(
      `
Share: 55
       ^^ number-step: 55 lies between two steps…
`,
      options,
    );
  });

  test('counts from the least number', async () => {
    await checkDiagnostics('Odd: 3', options);
    await checkDiagnostics(
      `
Odd: 2
     ^ number-step: 2 lies between two steps: the blueprint counts in steps of 2 from 1. Kirby keeps it, but the Panel's field asks for 1 or 3.
`,
      options,
    );
  });

  test.each(['Price: 1.5', 'Price: -0.5', 'Price: ', 'Price: abc', 'Tenth: 0.3', 'Any: 1.2345'])(
    'takes %j',
    async (content) => {
      await checkDiagnostics(content, options);
    },
  );

  test('leaves numbers out of range to the other rule', async () => {
    await checkDiagnostics('Odd: 0', options);
  });

  test('writes the nearest step, or the other one', async () => {
    await checkFix('Price: 1$0.3', 'Price: 1.5', options);
    await checkFix('Price: 1$0.3', 'Price: 1', { ...options, title: 'Use 1' });
    await checkFix('Tenth: 0$0.29', 'Tenth: 0.3', options);
  });

  test('never offers more than the most', async () => {
    await checkFix('Odd: 7$0.9', 'Odd: 7', options);
  });
});
