import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix, checkNoFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  accent:
    type: color
  mixed:
    type: color
    format: rgb
  round:
    type: color
    format: hsl
  odd:
    type: color
    format: cmyk
`,
};
const options = { files, only: ['invalid-color'] };

describe('invalid-color', () => {
  test('finds colours in another format', async () => {
    await checkDiagnostics(
      `
Accent: ff8800
        ^^^^^^ warning invalid-color: "ff8800" is no colour in the format of this field, hex. The Panel refuses to save the page until this is changed; write a colour such as #ff8800.
`,
      options,
    );
    await checkDiagnostics(
      `
Mixed: #ff8800
       ^^^^^^^ invalid-color: "#ff8800" is no colour in the format of this field, rgb…
`,
      options,
    );
  });

  test.each(['red', '#ff', '#ff880', '#ff880000f', '#gggggg'])('finds %j', async (text) => {
    await checkDiagnostics(
      `
Accent: ${text}
        ${'^'.repeat(text.length)} invalid-color: "${text}" is no colour…
`,
      options,
    );
  });

  test.each([
    'Accent: #f80',
    'Accent: #F80F',
    'Accent: #ff8800',
    'Accent: #ff88001',
    'Accent: #ff880080',
    'Accent: ',
    'Mixed: rgb(255, 136, 0)',
    'Mixed: rgb(999 0 0 / 50%)',
    'Mixed: RGBA(100%, 0%, 0%, .5)',
    'Round: hsl(32deg, 100%, 50%)',
    'Round: hsla(32.5, 100%, 50%, 0.5)',
    'Odd: whatever',
  ])('takes %j', async (content) => {
    await checkDiagnostics(content, options);
  });

  test('adds the sign, or writes the same colour in the other format', async () => {
    await checkFix('Accent: ff$08800', 'Accent: #ff8800', options);
    await checkFix('Accent: rgb(255, $0136, 0)', 'Accent: #ff8800', options);
    await checkFix('Accent: rgba(255, $0136, 0, 0)', 'Accent: #ff880000', options);
    await checkFix('Mixed: #f$080', 'Mixed: rgb(255, 136, 0)', options);
    await checkFix('Mixed: #ff8800$000', 'Mixed: rgba(255, 136, 0, 0)', options);
  });

  test.each(['Accent: r$0ed', 'Accent: rgb(300, $00, 0)', 'Mixed: #ff$0880080', 'Round: #f$080'])(
    'has no fix for %j, which would be another colour',
    async (content) => {
      await checkNoFix(content, options);
    },
  );
});
