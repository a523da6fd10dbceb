import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const only = ['unknown-tag'];

describe('unknown-tag', () => {
  test('marks what was meant for a tag', () =>
    checkDiagnostics(
      `
Text: (imgae: a.jpg) (lnik: https://a.org text: b) (emial: me@a.org) (img: a.png)
       ^^^^^ hint unknown-tag: Kirby knows no tag "imgae" and leaves this in the text as it stands. Did you mean "image"?
                      ^^^^ hint unknown-tag: …
                                                    ^^^^^ hint unknown-tag: …
                                                                      ^^^ hint unknown-tag: …
(link : https://a.org) ( image: file://abc)
 ^^^^^ hint unknown-tag: This is no tag because of the blank; Kirby leaves it in the text as it stands. Write "(link:" in one.
                        ^^^^^^ hint unknown-tag: …
(Image a.jpg alt: A) (link page://abc)
 ^^^^^ hint unknown-tag: This is no tag without a colon; Kirby leaves it in the text as it stands. Write "(image:".
                      ^^^^ hint unknown-tag: …
`,
      { only },
    ));

  test.each([
    ['tags', '(image: a.jpg) (LINK: https://a.org)'],
    ['prose', '(Film: https://a.org) (like: this) (tile: one) (Links: https://a.org)'],
    ['lists of several', '(links: https://a.org) (images: a.jpg)'],
    ['blanks in prose', '(link : the chain) ( image: of something)'],
    ['words in prose', '(image by Ann) (file under A) (email me@a.org) (links https://a.org)'],
    ['tags of nobody', '(callout: a.jpg)'],
    ['code', '`(imgae: a.jpg)`'],
  ])('leaves %s alone', (_, text) => checkDiagnostics(`Text: ${text}`, { only }));

  test('tells only blanks and missing colons where plugins may register tags', () =>
    checkDiagnostics(
      `
Text: (imgae: a.jpg) (link : https://a.org) (image b.jpg)
                      ^^^^^ hint unknown-tag: …
                                             ^^^^^ hint unknown-tag: …
`,
      { only, files: { 'site/plugins/tags/index.php': '<?php' } },
    ));

  test.each([
    ['(im$0gae: a.jpg)', '(image: a.jpg)'],
    ['( li$0nk : https://a.org)', '(link: https://a.org)'],
    ['(im$0age a.jpg)', '(image: a.jpg)'],
  ])('%s', (before, after) =>
    checkFix(`Text: ${before}`, `Text: ${after}`, {
      only,
      files: { 'content/1_article/a.jpg': '' },
    }),
  );
});
