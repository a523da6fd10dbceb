import { describe, expect, test } from 'vitest';
import { markdownList } from '../../server/src/kirby/html/markdown-list.ts';
import { checkDiagnostics, checkFix, checkFixAll } from '../support/check.ts';

const only = ['markdown-list'];
const files = {
  'site/blueprints/pages/article.yml':
    'fields:\n  points:\n    type: list\n  text:\n    type: textarea\n  blocks:\n    type: blocks\n',
};
const options = { only, files };

describe('markdown-list', () => {
  test('marks the first line', () =>
    checkDiagnostics(
      `
Points:

- One
^^^^^ warning markdown-list: A list field holds HTML, not Markdown: readers see the signs of this list as they stand. Write <ul><li>…</li></ul>.
- Two
----
Blocks: [{"type":"list","content":{"text":"* One\\n* Two"}}]
                                           ^^^^^ warning markdown-list: …
`,
      options,
    ));

  test.each([
    ['lists of HTML', 'Points: <ul><li>- One</li></ul>'],
    ['prose', 'Points: One - and\n-two'],
    ['a date', 'Points: 1. April'],
    ['KirbyText', 'Text:\n\n- One\n- Two'],
    ['text blocks', 'Blocks: [{"type":"text","content":{"text":"- One\\n- Two"}}]'],
  ])('leaves %s alone', (_, text) => checkDiagnostics(text, options));

  test.each([
    ['- a\n* b  \n\n+ c', '<ul><li>a</li><li>b</li><li>c</li></ul>'],
    ['1. a\r\n2) b', '<ol><li>a</li><li>b</li></ol>'],
    ['- a\n- b\n  - c', undefined],
    ['- a\n- b\nc', undefined],
    ['- a\n1. b', undefined],
  ])('%j becomes %s', (text, html) => {
    expect(markdownList(text)).toEqual({ html });
  });

  test('is mended where it stands', async () => {
    await checkFix(
      'Points:\n\n- O$0ne\n- Two',
      'Points:\n\n<ul><li>One</li><li>Two</li></ul>',
      options,
    );
    await checkFixAll(
      'Blocks: [{"type":"list","content":{"text":"- \\u00e9\\n- b"}}]',
      'Blocks: [{"type":"list","content":{"text":"<ul><li>\\u00e9</li><li>b</li></ul>"}}]',
      options,
    );
  });
});
