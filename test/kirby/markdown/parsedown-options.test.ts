import { describe, expect, it } from 'vitest';
import { parsedown } from '../../../server/src/kirby/markdown/parsedown.ts';
import { lines, usual } from './parsedown-lines.ts';

describe('Parsedown Extra', () => {
  const extra = { ...usual, extra: true };
  it.each([
    ['attributes of a heading', '# a {.b .c #d}', '<h1 id="d" class="b c">a</h1>'],
    ['attributes of an image', '![a](b.png){.c}', '<p><img src="b.png" alt="a" class="c" /></p>'],
    ['attributes of an underlined heading', 'a {#b}\n===', '<h1 id="b">a</h1>'],
    [
      'several terms',
      'a\nb\n: c',
      lines('<dl>', '<dt>a</dt>', '<dt>b</dt>', '<dd>c</dd>', '</dl>'),
    ],
    [
      'lists of definitions side by side are one',
      'a\n: b\n\nc\n: d',
      lines('<dl>', '<dt>a</dt>', '<dd>b</dd>', '<dt>c</dt>', '<dd>d</dd>', '</dl>'),
    ],
    [
      'a definition with paragraphs',
      'a\n: b\n\n    c',
      lines('<dl>', '<dt>a</dt>', '<dd>', '<p>b</p>', '<p>c</p>', '</dd>', '</dl>'),
    ],
    [
      'abbreviations are whole words',
      '*[CMS]: System\n\nCMS CMSs',
      '<p><abbr title="System">CMS</abbr> CMSs</p>',
    ],
    ['a footnote that is not defined', 'a[^1]', '<p>a[^1]</p>'],
    [
      'a footnote used twice',
      'a[^1] b[^1]\n\n[^1]: c',
      lines(
        '<p>a<sup id="fnref1:1"><a href="#fn:1" class="footnote-ref">1</a></sup> b<sup id="fnref2:1"><a href="#fn:1" class="footnote-ref">1</a></sup></p>',
        '<div class="footnotes">',
        '<hr />',
        '<ol>',
        '<li id="fn:1">',
        '<p>c&#160;<a href="#fnref1:1" rev="footnote" class="footnote-backref">&#8617;</a> <a href="#fnref2:1" rev="footnote" class="footnote-backref">&#8617;</a></p>',
        '</li>',
        '</ol>',
        '</div>',
      ),
    ],
    [
      'Markdown in an element inside of another',
      '<div>\n<p markdown="1">*a*</p>\n</div>',
      lines('<div>', '<p>', '<p><em>a</em></p>', '</p>', '</div>'),
    ],
    [
      'HTML reaches over blank lines',
      '<div>\n\n*a*\n\n</div>',
      lines('<div>', '', '*a*', '', '</div>'),
    ],
    [
      'an element that closes itself inside of another of its name',
      '<div>\n<div class="a" />\n</div>\n\n*a*',
      lines('<div>', '<div class="a" />', '</div>', '<p><em>a</em></p>'),
    ],
  ])('%s', (_name, text, html) => {
    expect(parsedown(text, extra)).toBe(html);
  });
});

describe('safe mode', () => {
  const safe = { ...usual, safe: true };
  it.each([
    ['HTML is text', '<div>*a*</div>', '<p>&lt;div&gt;<em>a</em>&lt;/div&gt;</p>'],
    [
      'schemes that may run code are broken',
      '[a](javascript:b)',
      '<p><a href="javascript%3Ab">a</a></p>',
    ],
    ['and those that nobody knows', '[a](page://b)', '<p><a href="page%3A//b">a</a></p>'],
    [
      'others stay',
      '[a](mailto:b) ![c](https://d.example)',
      '<p><a href="mailto:b">a</a> <img src="https://d.example" alt="c" /></p>',
    ],
    ['character references are text', '&auml; \\*', '<p>&amp;auml; *</p>'],
  ])('%s', (_name, text, html) => {
    expect(parsedown(text, safe)).toBe(html);
  });
});

describe('without line breaks', () => {
  it('two blanks make one all the same', () => {
    const html = parsedown('a\nb  \nc\\\nd', { ...usual, breaks: false });
    expect(html).toBe('<p>a\nb<br />\nc\\\nd</p>');
  });
});
