import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const only = ['split-tag'];

describe('split-tag', () => {
  test('marks words, addresses and tags that Kirby tears apart', () =>
    checkDiagnostics(
      `
Text: (link: https://a.org text: See subtitle: here)
                                     ^^^^^^^^^ warning split-tag: "subtitle:" ends with the name of an attribute. Kirby takes "title:" for an attribute of this tag and tears the text apart there; use another word, or put a blank before the colon.
(link: https://a.org/?text:foo)
                      ^^^^^ warning split-tag: This address has "text:" in it. …
(image: a.jpg caption: By (link: https://a.org text: Me))
                          ^^^^^^ warning split-tag: A tag cannot stand in the text of this one. …
`,
      { only },
    ));

  test.each([
    ['attributes', '(link: https://a.org text: Read title: This)'],
    ['attributes on lines of their own', '(image: a.jpg\ncaption: A\n\talt: B)'],
    ['an attribute after a comma', '(link: a text: b,title: c)'],
    ['a file without its blank', '(image: a.jpgcaption: A hill)'],
    ['a page without its blank', '(link: blogtext: Read)'],
    ['an address without its blank', '(link: https://a.orgtext: Read)'],
    ['words that are none of this tag', '(link: a text: Hyperlink: b and Caption: c)'],
    ['attributes with a longer name', '(image: a.jpg imgclass: a linkclass: b)'],
    ['UUIDs', '(image: file://abc link: file://def)'],
    ['parentheses', '(link: a text: (b) c title: d)'],
    ['prose', '(subtitle: a) text: b'],
  ])('leaves %s alone', (_, text) => checkDiagnostics(`Text: ${text}`, { only }));

  test.each([
    ['(link: a text: A sub$0title: b)', '(link: a text: A subtitle : b)'],
    ['(link: https://a.org/?te$0xt:foo)', '(link: https://a.org/?text%3Afoo)'],
    [
      '(image: a.jpg caption: By ($0link: https://a.org text: Me))',
      '(image: a.jpg caption: By [Me](https://a.org))',
    ],
  ])('%s', (before, after) => checkFix(`Text: ${before}`, `Text: ${after}`, { only }));
});
