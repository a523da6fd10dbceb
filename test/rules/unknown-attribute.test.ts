import { describe, expect, test } from 'vitest';
import { fixesAt } from '../../server/src/features/fixes.ts';
import { checkDiagnostics, checkFix, contextOf } from '../support/check.ts';

const only = ['unknown-attribute'];
const files = { 'content/1_article/a.jpg': '' };

describe('unknown-attribute', () => {
  test('marks slips and attributes of other tags', () =>
    checkDiagnostics(
      `
Text: (image: a.jpg captoin: A hill) (image: a.jpg alt: A hill clas: b)
                    ^^^^^^^ warning unknown-attribute: A (image: …) tag has no attribute "captoin". Kirby reads it as a part of what stands before it; did you mean "caption"?
(image: a.jpg text: A hill) (link: https://a.org poster: b)
              ^^^^ warning unknown-attribute: A (image: …) tag has no attribute "text", other tags do. Kirby reads it as a part of what stands before it; did you mean "caption" or "alt"?
                                                 ^^^^^^ warning unknown-attribute: A (link: …) tag has no attribute "poster", other tags do. Kirby reads it as a part of what stands before it; remove it.
(link: https://a.org text: a tagret: _blank)
                             ^^^^^^ warning unknown-attribute: …
`,
      { only, files },
    ));

  test.each([
    ['words that are near to none', '(link: https://a.org foo: bar)'],
    ['prose', '(link: https://a.org text: Titles: one, Text: two, texte: three)'],
    ['captions that name attributes', '(image: a.jpg caption: Text: Jane, Poster: Joe)'],
    ['addresses', '(link: https://a.org text: see http://b.org)'],
    ['tags without attributes', '(date: Y tex: m) (youtube: https://youtu.be/a captoin: b)'],
    ['tags that nobody knows', '(callout: a.jpg captoin: b)'],
  ])('leaves %s alone', (_, text) => checkDiagnostics(`Text: ${text}`, { only }));

  test('tells only slips where plugins may add attributes', () =>
    checkDiagnostics(
      `
Text: (image: a.jpg text: b) (image: a.jpg captoin: b)
                                           ^^^^^^^ warning unknown-attribute: …
`,
      { only, files: { ...files, 'site/plugins/more/index.php': '<?php' } },
    ));

  test('leaves the missing file to it', () =>
    checkDiagnostics('Text: (image: gone.jpg captoin: A hill)', { only: ['missing-file'] }));

  test('offers what may have been meant', async () => {
    const before = 'Text: (image: a.jpg te$0xt: A hill)';
    await checkFix(before, 'Text: (image: a.jpg caption: A hill)', { files });
    await checkFix(before, 'Text: (image: a.jpg alt: A hill)', { files, title: 'Use "alt:"' });
  });

  test('offers nothing that is there already', async () => {
    const text = 'Text: (image: a.jpg text: A alt: B caption: C)';
    const at = text.indexOf('text:');
    expect(fixesAt(await contextOf(text, { files }), { start: at, end: at }, {})).toEqual([]);
  });
});
