import { expect, test } from 'vitest';
import { helpMarkdown, helpText } from '../../server/src/features/help-text.ts';

test.each([
  ['words', 'Who may see it', 'Who may see it', 'Who may see it'],
  [
    'Markdown and a line break',
    'On the start page.<br>Format **Portrait**, *please*',
    'On the start page\\.\\\nFormat **Portrait**, *please*',
    'On the start page. Format Portrait, please',
  ],
  [
    'HTML inside of HTML',
    '<span style="color:gray">The <strong><u>pages</u></strong> below</span>',
    'The **pages** below',
    'The pages below',
  ],
  [
    'bold in bold',
    '<strong>✨ even <strong><u>a gif</u></strong></strong>',
    '✨ even **a gif**',
    '✨ even a gif',
  ],
  [
    'character references',
    'Added to &lt;title&gt;',
    String.raw`Added to \<title\>`,
    'Added to <title>',
  ],
  [
    'links of the web, and of KirbyText',
    '[All](https://example.com/a_b) (link: https://example.com text: of them)',
    '[All](<https://example.com/a_b>) [of them](<https://example.com>)',
    'All of them',
  ],
  ['other links as words', '[Site](/panel/site), [go](command:a)', 'Site, go', 'Site, go'],
  ['a list', 'One of\n\n- a\n- b', 'One of\n\n- a\n\n- b', 'One of a b'],
  ['code', 'Write `a_b`', 'Write `a_b`', 'Write a_b'],
  [
    'pictures and scripts as nothing',
    '<img src="https://example.com/x.png"><style>p {}</style>\n\n![](y.png)',
    '',
    '',
  ],
  ['an unclosed tag', '<b>Bold <x', String.raw`**Bold \<x**`, 'Bold <x'],
])('%s', (_, help, markdown, text) => {
  expect(helpMarkdown(help)).toBe(markdown);
  expect(helpText(help)).toBe(text);
});
