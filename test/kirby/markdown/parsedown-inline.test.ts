import { describe, expect, it } from 'vitest';
import { parsedown } from '../../../server/src/kirby/markdown/parsedown.ts';
import { usual } from './parsedown-lines.ts';

describe('emphasis', () => {
  it.each([
    ['blanks inside do not matter', 'x * a* ** b **', '<p>x <em> a</em> <strong> b </strong></p>'],
    ['quotes beside a word', '**„a“**b', '<p><strong>„a“</strong>b</p>'],
    ['strong inside of em', '*a **b** c*', '<p><em>a <strong>b</strong> c</em></p>'],
    ['both at once', '***a***', '<p><strong><em>a</em></strong></p>'],
    ['underscores in a word stay', 'a_b_c', '<p>a_b_c</p>'],
    ['an underscore before a letter with an accent', '_a_é', '<p>_a_é</p>'],
    ['underscores around a word', '_a_. __b__', '<p><em>a</em>. <strong>b</strong></p>'],
    ['an escaped sign does not end it', '*a\\*b*', '<p><em>a*b</em></p>'],
    ['what is never closed stays', '**a b', '<p>**a b</p>'],
    ['one of two signs may be closed by one', '**a *b', '<p>*<em>a </em>b</p>'],
    ['over lines', '*a\nb*', '<p><em>a<br />\nb</em></p>'],
    ['strikethrough within a line', '~~a~~ ~~b\nc~~', '<p><del>a</del> ~~b<br />\nc~~</p>'],
    ['strikethrough without blanks inside', '~~ a~~ ~~b ~~', '<p>~~ a~~ ~~b ~~</p>'],
  ])('%s', (_name, text, html) => {
    expect(parsedown(text, usual)).toBe(html);
  });
});

describe('links', () => {
  it.each([
    [
      'a title in either quotes',
      `[a](b "c") [a](b 'd')`,
      '<p><a href="b" title="c">a</a> <a href="b" title="d">a</a></p>',
    ],
    ['parentheses in pairs', '[a](b_(c))', '<p><a href="b_(c)">a</a></p>'],
    ['no blanks in an address', '[a](b c)', '<p>[a](b c)</p>'],
    ['no address', '[a]()', '<p>[a]()</p>'],
    [
      'no links inside of links',
      '[a [b](c) https://d.example](e)',
      '<p><a href="e">a [b](c) https://d.example</a></p>',
    ],
    [
      'an image inside of a link',
      '[![a](b.png)](c)',
      '<p><a href="c"><img src="b.png" alt="a" /></a></p>',
    ],
    [
      'the text of an image is no Markdown',
      '![*a*](b.png "c")',
      '<p><img src="b.png" alt="*a*" title="c" /></p>',
    ],
    [
      'a definition further down, in any case',
      '[a][B]\n\n[b]: c "d"',
      '<p><a href="c" title="d">a</a></p>',
    ],
    ['a definition interrupts a paragraph', '[a]\n[a]: <b>', '<p><a href="b">a</a></p>'],
    ['a label that is not defined', '[a][b]', '<p>[a][b]</p>'],
    [
      'an address in the text',
      'See https://a.example/b_c_d. (http://e.example)',
      '<p>See <a href="https://a.example/b_c_d">https://a.example/b_c_d</a>. (<a href="http://e.example">http://e.example</a>)</p>',
    ],
    [
      'an address keeps its slashes',
      'https://a.example/ b',
      '<p><a href="https://a.example/">https://a.example/</a> b</p>',
    ],
    [
      'no address without its scheme',
      'www.a.example ftp://b.example',
      '<p>www.a.example ftp://b.example</p>',
    ],
    ['no address in the middle of a word', 'xhttps://a.example', '<p>xhttps://a.example</p>'],
    [
      'any scheme in angles',
      '<ftp://a.example>',
      '<p><a href="ftp://a.example">ftp://a.example</a></p>',
    ],
    [
      'an email address in angles',
      '<mailto:a@b.example>',
      '<p><a href="mailto:a@b.example">mailto:a@b.example</a></p>',
    ],
  ])('%s', (_name, text, html) => {
    expect(parsedown(text, usual)).toBe(html);
  });
});

describe('code and signs', () => {
  it.each([
    ['backticks inside of backticks', '`` a ` b ``', '<p><code>a ` b</code></p>'],
    ['line breaks become blanks', '`a  \nb`', '<p><code>a b</code></p>'],
    ['backticks that are never closed', '`a ``b', '<p>`a ``b</p>'],
    ['a backslash in code', '`\\*`', '<p><code>\\*</code></p>'],
    [
      'character references, known or not',
      '&auml; &foo; &#38; & &a',
      '<p>&auml; &foo; &#38; &amp; &amp;a</p>',
    ],
    ['a backslash before a letter', '\\a \\*', '<p>\\a *</p>'],
  ])('%s', (_name, text, html) => {
    expect(parsedown(text, usual)).toBe(html);
  });
});
