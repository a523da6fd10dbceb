import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const files = {
  'content/2_other/article.txt': 'Title: Other\n\n----\n\nUuid: otherOtherOther1',
};
const options = { only: ['missing-link-target', 'missing-uuid'], files };

const block = (link: string): string => `Blocks: [{"type":"image","content":{"link":"${link}"}}]`;

describe('missing-link-target', () => {
  test('marks the link of an image, once', () =>
    checkDiagnostics(
      `
${block('page://gone')}
                                            ^^^^^^^^^^^ error missing-link-target: This image links to a page that does not exist, and so Kirby shows nothing of the image. Link to something else, or remove the link.
`,
      options,
    ));

  test('marks a file, and escaped slashes', () =>
    checkDiagnostics(
      `
${block('file:\\/\\/gone')}
                                            ^^^^^^^^^^^^^ error missing-link-target: This image links to a file …
`,
      options,
    ));

  test.each([
    block('page://otherOtherOther1'),
    block('https://example.org'),
    block('other'),
    block(''),
  ])('accepts %s', (text) => checkDiagnostics(text, options));

  test('is something else in another block', () =>
    checkDiagnostics(
      `
Blocks: [{"type":"button","content":{"link":"page://gone"}}]
                                             ^^^^^^^^^^^ warning missing-uuid: …
`,
      options,
    ));

  test('offers a page with nearly the same UUID', () =>
    checkFix(block('page://otherOther$0Othe1'), block('page://otherOtherOther1'), options));

  test('removes the link', () =>
    checkFix(block('page://go$0ne'), block(''), { ...options, title: 'Remove the link' }));
});
