import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  short:
    type: text
    maxlength: 5
  long:
    type: textarea
    minlength: "5"
  slugged:
    type: text
    maxlength: 5
    converter: slug
  intro:
    type: writer
    minlength: 3
    maxlength: 8
  free:
    type: writer
    maxlength: 0
  body:
    type: blocks
    fieldsets:
      card:
        fields:
          note:
            type: text
            maxlength: 5
`,
};
const options = { files, only: ['text-length'] };

describe('text-length', () => {
  test('finds what is too long or too short', async () => {
    await checkDiagnostics(
      `
Short: abcdef
       ^^^^^^ warning text-length: This text has 6 characters; the blueprint wants at most 5. The Panel refuses to save the page until this is changed.
`,
      options,
    );
    await checkDiagnostics(
      `
Long: abcd
      ^^^^ text-length: This text has 4 characters; the blueprint wants at least 5…
`,
      options,
    );
  });

  test('counts without tags, and references as they are written', async () => {
    await checkDiagnostics('Intro: <p><strong>abc</strong>defgh</p>', options);
    await checkDiagnostics('Intro: <p>abc&amp;</p>', options);
    await checkDiagnostics(
      `
Intro: <p>abcd&amp;</p>
       ^^^^^^^^^^^^^^^^ text-length: This text has 9 characters; the blueprint wants at most 8…
`,
      options,
    );
    await checkDiagnostics(
      `
Intro: <p>ab</p>
       ^^^^^^^^^ text-length: This text has 2 characters; the blueprint wants at least 3…
`,
      options,
    );
  });

  test('looks into blocks, where blanks do not count', async () => {
    await checkDiagnostics('Body: [{"type":"card","content":{"note":" abcde "}}]', options);
    await checkDiagnostics(
      `
Body: [{"type":"card","content":{"note":"abcdef"}}]
                                        ^^^^^^^^ text-length: This text has 6 characters…
`,
      options,
    );
  });

  test.each([
    'Short: abcde',
    'Short: 😀😀😀😀😀',
    'Short: äöüßé',
    'Short: ',
    'Long: ',
    'Slugged: a — b — c',
    // What cleaning makes of these is not known for sure.
    'Intro: <p>ab<mark>cdefghi</mark></p>',
    'Intro: <p>abcdef&uuml;</p>',
    'Intro: a < b and b < c',
    'Free: <p>abc</p>',
  ])('takes %j', async (content) => {
    await checkDiagnostics(content, options);
  });
});
