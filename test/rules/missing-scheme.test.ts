import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  text:
    type: textarea
  intro:
    type: writer
  body:
    type: blocks
  plain:
    type: text
`,
};
const options = { files, only: ['missing-scheme'] };

describe('missing-scheme', () => {
  test('finds links of tags', () =>
    checkDiagnostics(
      `
Text: Ask (link: www.example.com text: us)
                 ^^^^^^^^^^^^^^^ missing-scheme: "www.example.com" has no "https://" before it, so that the link leads to a page of this site, which is not there. Write the whole address.
or (image: a.jpg link: example.com/about#team)
                       ^^^^^^^^^^^^^^^^^^^^^^ missing-scheme: …
`,
      options,
    ));

  test('finds links of Markdown and HTML', () =>
    checkDiagnostics(
      `
Text: [us](www.example.museum "Us"), <a href="sub.example.de?a=b">them</a>
           ^^^^^^^^^^^^^^^^^^ missing-scheme: …
                                              ^^^^^^^^^^^^^^^^^^ missing-scheme: …

----

Intro: <p><a href="Example.COM">x</a></p>
                   ^^^^^^^^^^^ missing-scheme: …
`,
      options,
    ));

  test('looks into blocks', () =>
    checkDiagnostics(
      String.raw`
Body: [{"type":"text","content":{"text":"<p><a href=\"www.example.com\/a\">x<\/a><\/p>"}}]
                                                      ^^^^^^^^^^^^^^^^^^ missing-scheme: …
`,
      options,
    ));

  test.each([
    '(link: https://www.example.com text: www.example.com)',
    '(link: about/www) (link: report.pdf) (link: styles.css) (link: /example.com)',
    '(link: someone@example.com) (email: someone@example.com)',
    '(link: mailto:someone@example.com) (file: example.com) (image: www.jpg)',
    'See www.example.com, or example.com',
    '![x](www.example.com) `[x](www.example.com)` [x](a.html) [x](v1.2.fr.pdf)',
    '<img src="www.example.com"> <a href="//www.example.com">',
    '(link: www.) (link: com) (link: example.community) (link: www)',
  ])('accepts %j', (text) => checkDiagnostics(`Text: ${text}`, options));

  test('accepts what is no link', () => checkDiagnostics('Plain: [x](www.example.com)', options));

  test('puts https:// before it, spelled as the field is', async () => {
    await checkFix(
      'Text: (link: www$0.example.com)',
      'Text: (link: https://www.example.com)',
      options,
    );
    await checkFix(
      String.raw`Body: [{"type":"text","content":{"text":"<a href=\"$0www.example.com\/a\">x<\/a>"}}]`,
      String.raw`Body: [{"type":"text","content":{"text":"<a href=\"https:\/\/www.example.com\/a\">x<\/a>"}}]`,
      options,
    );
  });
});
