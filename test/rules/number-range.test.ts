import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  count:
    type: number
    min: 2
    max: 8
  share:
    type: range
`,
};
const options = { files, only: ['number-range'] };

describe('number-range', () => {
  test('finds what is too small or too large', async () => {
    await checkDiagnostics(
      `
Count: 1
       ^ warning number-range: 1 is out of range: the blueprint wants at least 2…
`,
      options,
    );
    await checkDiagnostics(
      `
Share: 101
       ^^^ number-range: 101 is out of range: the blueprint wants at most 100…
`,
      options,
    );
  });

  test.each(['2', '8', '', 'many'])('takes %j', async (value) => {
    await checkDiagnostics(`Count: ${value}`, options);
  });

  test('goes to the nearest allowed number', async () => {
    await checkFix('Count: $01', 'Count: 2', options);
    await checkFix('Count: $0100', 'Count: 8', options);
  });
});
