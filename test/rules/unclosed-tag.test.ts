import { describe, expect, test } from 'vitest';
import { unclosedTags } from '../../server/src/kirby/kirbytext/unclosed-tags.ts';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const only = ['unclosed-tag'];

describe('unclosed-tag', () => {
  test('marks the beginning of a tag whose parentheses are not balanced', () =>
    checkDiagnostics(
      `
Text: See (link: https://a.com and (link: https://b.com).
          ^^^^^^ warning unclosed-tag: This (link: …) tag is never closed, and so readers see its source as it stands. Add the missing ")".
Then (image: a.jpg
     ^^^^^^^ warning unclosed-tag: …
and (link: https://a.com text: a ( b)
    ^^^^^^ warning unclosed-tag: …
----
Blocks: [{"type":"markdown","content":{"text":"Caf\\u00e9\\n(image: a.jpg"}}]
                                                          ^^^^^^^ warning unclosed-tag: …
`,
      { only },
    ));

  test.each([
    ['tags that are closed', 'Text: (image: a.jpg alt: (b) c) (link: a\n\ntext: b)'],
    ['prose', 'Text: (see: a (note: b\n( link: x\n(link : x'],
    ['tags in code', 'Text: Write `(image: a.jpg` so.\n\n```\n(link: x\n```\n\nDone `(image:`.'],
    ['an indented block', 'Text: Write:\n\n    (image: a.jpg\n\tand (link: b\n\nDone.'],
    ['code of HTML', 'Text: <pre><code>(link: x</code></pre> and <CODE>(image: a</CODE>.'],
    ['comments', 'Text: <!-- (link: foo --> and <!-- (image: a.jpg'],
    ['the code block', String.raw`Blocks: [{"type":"code","content":{"code":"(link: a"}}]`],
    ['fields that are no textarea', 'Title: (image: a.jpg'],
    ['fields that no blueprint knows', 'Other: (image: a.jpg'],
  ])('leaves %s alone', (_, text) => checkDiagnostics(text, { only }));

  test('finds what is indented and goes on with a paragraph, and what stands behind code', () =>
    checkDiagnostics(
      `
Text: See
    (image: a.jpg
    ^^^^^^^ unclosed-tag: …
and <code>a</code> (link: b
                   ^^^^^^ unclosed-tag: …
`,
      { only },
    ));

  test('leaves unsaved changes of the Panel alone', () =>
    checkDiagnostics('Text: (image: a.jpg', {
      only,
      path: 'content/1_article/_changes/article.txt',
    }));

  test.each([
    ['at the end of the line', '(im$0age: a.jpg\nand', '(image: a.jpg)\nand'],
    [
      'after the attributes on the next lines',
      '(im$0age: a.jpg\n  caption: b \n alt: c\nand',
      '(image: a.jpg\n  caption: b \n alt: c)\nand',
    ],
    [
      'before the next tag',
      '(li$0nk: a text: b (image: https://a.org/a.jpg)',
      '(link: a text: b) (image: https://a.org/a.jpg)',
    ],
    [
      'where the value ends that lacks one',
      '(li$0nk: https://a.org/a_(b text: c) d',
      '(link: https://a.org/a_(b) text: c) d',
    ],
    [
      'behind the last one',
      '(li$0nk: https://a.org text: a (b) and more',
      '(link: https://a.org text: a (b)) and more',
    ],
  ])('closes it %s', (_, before, after) =>
    checkFix(`Text: ${before}`, `Text: ${after}`, {
      only,
      files: { 'content/1_article/a.jpg': '' },
    }),
  );

  test('closes it in the field’s own JSON', () =>
    checkFix(
      'Blocks: [{"type":"markdown","content":{"text":"\\u00e9 (li$0nk: https:\\/\\/a.org\\nb"}}]',
      'Blocks: [{"type":"markdown","content":{"text":"\\u00e9 (link: https:\\/\\/a.org)\\nb"}}]',
      { only },
    ));

  test('offers nothing where nothing follows', () => {
    expect(unclosedTags('(image:').map(({ closeAt }) => closeAt())).toEqual([undefined]);
  });
});
