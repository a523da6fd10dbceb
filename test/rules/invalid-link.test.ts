import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix, checkNoFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  target:
    type: link
  web:
    type: link
    options:
      - url
      - email
  any:
    type: link
    options:
      - url
      - custom
  odd:
    type: link
    options:
      - fax
`,
};
const options = { files, only: ['invalid-link'] };

describe('invalid-link', () => {
  test.each(['/foo', 'foo', 'HTTPS://example.com', 'site://x', '/@/page/x', '../a'])(
    'finds %j, which is of no kind',
    async (text) => {
      await checkDiagnostics(
        `
Target: ${text}
        ${'^'.repeat(text.length)} warning invalid-link: "${text}" is none of the kinds of links that this field takes (url, page, file, email, tel, anchor). The Panel refuses to save the page until this is changed.
`,
        options,
      );
    },
  );

  test.each(['page://', 'file://', 'mailto:a@b', 'tel:+49 123', 'tel:', 'https://com'])(
    'finds %j, which is not complete',
    async (text) => {
      await checkDiagnostics(
        `
Target: ${text}
        ${'^'.repeat(text.length)} invalid-link: "${text}" is no complete link; Kirby wants something like …
`,
        options,
      );
    },
  );

  test('finds kinds that the field does not take', async () => {
    await checkDiagnostics(
      `
Web: page://a1b2
     ^^^^^^^^^^^ invalid-link: This field takes no links of the kind page, only url, email…
`,
      options,
    );
    await checkDiagnostics(
      `
Any: https://com
     ^^^^^^^^^^^ invalid-link: "https://com" is no complete link…
`,
      options,
    );
  });

  test.each([
    'Target: https://example.com',
    'Target: page://a1b2',
    'Target: file://a1b2',
    'Target: mailto:a@b.com',
    'Target: tel:+49123',
    'Target: #chapter',
    'Target: ',
    'Any: /foo',
    'Any: page://x',
    'Odd: anything',
    // What plugins with a type of this name stored.
    'Target: type: page',
    'Target:\n\ntype: url\nvalue: https://example.com',
  ])('takes %j', async (content) => {
    await checkDiagnostics(content, options);
  });

  test.each([
    ['/@/pa$0ge/a1b2', 'page://a1b2'],
    ['/en/@/fi$0le/a1b2', 'file://a1b2'],
    ['HTTPS:$0//Example.com', 'https://Example.com'],
    ['www.ex$0ample.com', 'https://www.example.com'],
    ['a@$0b.com', 'mailto:a@b.com'],
    ['mailto: a@$0b.com', 'mailto:a@b.com'],
    ['+49 12$03-45', 'tel:+4912345'],
    ['tel:+49 12$03-45', 'tel:+4912345'],
    ['https://example.com/a$0 b', 'https://example.com/a%20b'],
  ])('writes %s as %s', async (before, after) => {
    await checkFix(`Target: ${before}`, `Target: ${after}`, options);
  });

  test.each(['Target: /f$0oo', 'Target: fo$0o', 'Web: /@/pa$0ge/a1b2', 'Web: +49 1$02345'])(
    'has no fix for %j',
    async (content) => {
      await checkNoFix(content, options);
    },
  );

  test('turns the address or id of a page into a link to it', async () => {
    const withPages = {
      ...options,
      files: {
        ...files,
        'content/2_about/default.txt': 'Title: About\n\n----\n\nUuid: aboutaboutabout1',
        'content/2_about/team/default.txt': 'Title: Team',
      },
    };
    await checkFix('Target: /ab$0out', 'Target: page://aboutaboutabout1', withPages);
    await checkFix('Target: ab$0out#top', 'Target: page://aboutaboutabout1#top', withPages);
    // It has no UUID.
    await checkNoFix('Target: about/te$0am', withPages);
    await checkNoFix('Web: /ab$0out', withPages);
  });
});
