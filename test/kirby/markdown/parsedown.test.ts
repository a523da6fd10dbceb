import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsedown } from '../../../server/src/kirby/markdown/parsedown.ts';
import { usual, lines } from './parsedown-lines.ts';

describe('blocks', () => {
  it.each([
    ['a heading needs no blank', '#Bread', '<h1>Bread</h1>'],
    ['a heading loses the signs at its end', '# C#', '<h1>C</h1>'],
    ['but not those before them', '## C# ##', '<h2>C#</h2>'],
    ['seven signs make no heading', '####### a', '<p>####### a</p>'],
    ['an empty heading', '#', '<h1></h1>'],
    ['a heading interrupts a paragraph', 'a\n# b', lines('<p>a</p>', '<h1>b</h1>')],
    ['an underline takes all lines of a paragraph', 'a\nb\n---', '<h2>a<br />\nb</h2>'],
    ['an indented underline is a rule', 'a\n    ---', '<p>a</p>\n<hr />'],
    ['a rule with blanks', '* * *', '<hr />'],
    ['two dashes are no rule', '__', '<p>__</p>'],
    ['code does not interrupt a paragraph', 'a\n    b', '<p>a<br />\nb</p>'],
    ['code keeps its blank lines', '    a\n\n\n    b', '<pre><code>a\n\n\nb</code></pre>'],
    [
      'a fence takes the first word of its language',
      '``` php x\na\n```',
      '<pre><code class="language-php">a</code></pre>',
    ],
    ['a fence with a backtick in its line is none', '``` a`b', '<p>``<code>a</code>b</p>'],
    ['a longer fence ends a fence', '~~~\na\n~~~~~', '<pre><code>a</code></pre>'],
    ['an empty fence', '```\n```', '<pre><code></code></pre>'],
    ['blank lines in a fence', '```\na\n\nb\n```', '<pre><code>a\n\nb</code></pre>'],
    [
      'a quote ends at a blank line',
      '> a\n\n> b',
      lines(
        '<blockquote>',
        '<p>a</p>',
        '</blockquote>',
        '<blockquote>',
        '<p>b</p>',
        '</blockquote>',
      ),
    ],
    [
      'a quote goes on without its sign',
      '> # a\nb',
      lines('<blockquote>', '<h1>a</h1>', '<p>b</p>', '</blockquote>'),
    ],
    ['spaces at the end of a line', 'a   \nb', '<p>a<br />\nb</p>'],
    ['a no-break space is not blank', 'a\n\u00a0\nb', '<p>a<br />\n\u00a0<br />\nb</p>'],
  ])('%s', (_name, text, html) => {
    expect(parsedown(text, usual)).toBe(html);
  });
});

describe('lists', () => {
  it.each([
    ['an ordered list starts where it starts', '03. a', '<ol start="3">\n<li>a</li>\n</ol>'],
    ['zero is a start', '0. a', '<ol start="0">\n<li>a</li>\n</ol>'],
    ['only a list that starts with one interrupts a paragraph', 'a\n2. b', '<p>a<br />\n2. b</p>'],
    [
      'the other sign begins another list',
      '- a\n* b',
      lines('<ul>', '<li>a</li>', '</ul>', '<ul>', '<li>b</li>', '</ul>'),
    ],
    [
      'the other bracket begins another list',
      '1. a\n1) b',
      lines('<ol>', '<li>a</li>', '</ol>', '<ol>', '<li>b</li>', '</ol>'),
    ],
    [
      'a blank line makes all items loose',
      '- a\n- b\n\n- c',
      lines(
        '<ul>',
        '<li>',
        '<p>a</p>',
        '</li>',
        '<li>',
        '<p>b</p>',
        '</li>',
        '<li>',
        '<p>c</p>',
        '</li>',
        '</ul>',
      ),
    ],
    ['an item goes on without indent', '- a\nb', '<ul>\n<li>a<br />\nb</li>\n</ul>'],
    [
      'text after a blank line ends a list',
      '- a\n\nb',
      lines('<ul>', '<li>a</li>', '</ul>', '<p>b</p>'),
    ],
    ['an empty item', '-\n- b', lines('<ul>', '<li>', '</li>', '<li>b</li>', '</ul>')],
    ['a lone zero is lost', '- 0', lines('<ul>', '<li>', '</li>', '</ul>')],
    [
      'five blanks make code',
      '-     a',
      lines('<ul>', '<li>', '<pre><code>a</code></pre>', '</li>', '</ul>'),
    ],
    ['ten digits are no list', '1234567890. a', '<p>1234567890. a</p>'],
    [
      'a definition in a list is taken out',
      '- a\n[x]: y\n- b [x]',
      lines('<ul>', '<li>a</li>', '<li>b <a href="y">x</a></li>', '</ul>'),
    ],
    ['a sign without a blank is text', '-a', '<p>-a</p>'],
    ['a heading in an item', '- # a', lines('<ul>', '<li>', '<h1>a</h1>', '</li>', '</ul>')],
  ])('%s', (_name, text, html) => {
    expect(parsedown(text, usual)).toBe(html);
  });
});

describe('tables', () => {
  const table = (head: string, ...rows: readonly string[]): string =>
    lines('<table>', '<thead>', head, '</thead>', '<tbody>', ...rows, '</tbody>', '</table>');

  it.each([
    [
      'columns are aligned',
      'a|b|c\n:-|:-:|-:\n1|2|3',
      table(
        lines(
          '<tr>',
          '<th style="text-align: left;">a</th>',
          '<th style="text-align: center;">b</th>',
          '<th style="text-align: right;">c</th>',
          '</tr>',
        ),
        lines(
          '<tr>',
          '<td style="text-align: left;">1</td>',
          '<td style="text-align: center;">2</td>',
          '<td style="text-align: right;">3</td>',
          '</tr>',
        ),
      ),
    ],
    [
      'bars in code and after a backslash divide nothing',
      'a|b\n-|-\n\\||`x|y`',
      table(
        lines('<tr>', '<th>a</th>', '<th>b</th>', '</tr>'),
        lines('<tr>', '<td>|</td>', '<td><code>x|y</code></td>', '</tr>'),
      ),
    ],
    [
      'cells too many are left out, empty ones vanish',
      'a|b\n-|-\n1||2|3',
      table(
        lines('<tr>', '<th>a</th>', '<th>b</th>', '</tr>'),
        lines('<tr>', '<td>1</td>', '<td>2</td>', '</tr>'),
      ),
    ],
    [
      'one column goes on without bars',
      '|a|\n|-|\n1',
      table(lines('<tr>', '<th>a</th>', '</tr>'), lines('<tr>', '<td>1</td>', '</tr>')),
    ],
    ['other numbers of cells make no table', 'a|b\n-|-|-', '<p>a|b<br />\n-|-|-</p>'],
    ['a head of two lines makes no table', 'x\na|b\n-|-', '<p>x<br />\na|b<br />\n-|-</p>'],
  ])('%s', (_name, text, html) => {
    expect(parsedown(text, usual)).toBe(html);
  });
});

describe('HTML', () => {
  it.each([
    [
      'an element of its own line stays',
      '<section>\n*a*\n\n*b*',
      lines('<section>', '*a*', '<p><em>b</em></p>'),
    ],
    ['an end tag begins a block as well', '</div>\n*a*', lines('</div>', '*a*')],
    ['an element of a line is text', '<em>a</em>\nb', '<p><em>a</em><br />\nb</p>'],
    ['a name with a dash begins no block', '<my-box>\n*a*', '<p><my-box><br />\n<em>a</em></p>'],
    [
      'a comment reaches over blank lines',
      '<!-- a\n\nb -->\nc',
      lines('<!-- a', 'b -->', '<p>c</p>'),
    ],
    ['a comment in a line', 'a <!-- *b* --> c', '<p>a <!-- *b* --> c</p>'],
    ['two dashes in a comment make it none', 'a <!-- b -- c -->', '<p>a &lt;!-- b -- c --&gt;</p>'],
    ['an attribute over two lines is no tag', 'a <b\nc>', '<p>a &lt;b<br />\nc&gt;</p>'],
    ['a less-than sign', '1 < 2 <3', '<p>1 &lt; 2 &lt;3</p>'],
  ])('%s', (_name, text, html) => {
    expect(parsedown(text, usual)).toBe(html);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...['*', '_', '**', '`', '~~', '[', ']', '](', ')', '!', '<', '>', '&', ';', '\\', '|', ':'],
    ...['#', '- ', '1. ', '> ', '    ', '\t', '\n', '\n\n', '---', '```', 'a', 'é', '\ud83d', '\r'],
    ...['[a]: b', '[^1]', '[^1]: ', '*[a]: ', '{#a .b}', '<div markdown="1">', '</div>', 'http://'],
  );

  it('has some HTML', () => {
    const text = fc.array(piece).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.boolean(), fc.boolean(), fc.boolean(), (source, extra, safe, inline) => {
        parsedown(source, { breaks: true, extra, safe, inline });
      }),
      { numRuns: 400 },
    );
  });

  it('makes no tags in safe mode that the author wrote', () => {
    const tags =
      /<(?!\/?(?:p|h[1-6]|ul|ol|li|blockquote|pre|code|em|strong|del|a|img|br|hr|table|thead|tbody|tr|th|td)[\s>])/;
    const text = fc.array(piece).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (source) => {
        expect(parsedown(source, { ...usual, safe: true })).not.toMatch(tags);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['open brackets', '['],
    ['open parentheses', '('],
    ['stars', '*a '],
    ['nested quotes', '> '],
    ['nested items', '- '],
    ['backticks', '`a``b'],
    ['half comments', '<!--'],
    ['labels', ']:'],
    ['tables', 'a|b\n-|-\n'],
    ['abbreviations', '*[a]: b\n\n'],
  ])('takes no time over 50,000 characters of %s', (_name, text) => {
    const source = text.repeat(50_000 / text.length);
    const start = process.cpuUsage();
    parsedown(source, { ...usual, extra: true });
    expect(process.cpuUsage(start).user).toBeLessThan(3_000_000);
  });
});
