import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsedown } from '../../../server/src/kirby/markdown/parsedown.ts';

const usual = { breaks: true, extra: false, safe: false };

function lines(...parts: readonly string[]): string {
  return parts.join('\n');
}

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
