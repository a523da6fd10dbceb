import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merged, rewritten } from '../../../server/src/features/block-text/merged.ts';
import {
  shownText,
  type TextKind,
  textShown,
  withPlainBreaks,
} from '../../../server/src/features/block-text/presentation.ts';

/** Pieces that matter to where lines end. */
const text = fc
  .array(
    fc.constantFrom(
      ...['<p>', '</p>', '<ul>', '<ul class="a">', '</ul>', '<li>', '</li>', '<br>', '<br />', '<'],
      ...[
        '\n',
        '\n\n',
        '\r\n',
        '\r',
        'a',
        ' b ',
        '>',
        '</',
        'p',
        '<h2>',
        '</h2 >',
        '</blockquote>',
      ],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const kind = fc.constantFrom<TextKind>('html', 'plain');

describe('a shown text', () => {
  test.each([
    ['<p>a</p><p>b</p>', '<p>a</p>\n<p>b</p>'],
    ['<p>one</p>', '<p>one</p>'],
    ['a<br>b<br />c', 'a<br>\nb<br />\nc'],
    ['<ul><li>a</li><li><p>b</p></li></ul>', '<ul>\n<li>a</li>\n<li><p>b</p></li>\n</ul>'],
    ['<p>a</p>\n<p>b</p>', '<p>a</p>\n\n<p>b</p>'],
    ['<p><strong>a</strong> b</p>', '<p><strong>a</strong> b</p>'],
  ])('of %j has a paragraph a line', (from, to) => {
    expect(shownText(from, 'html')).toBe(to);
    expect(textShown(to, 'html')).toBe(from);
  });

  test('of anything but HTML is what it says', () => {
    expect(shownText('<p>a</p><p>b</p>\r\nc', 'plain')).toBe('<p>a</p><p>b</p>\nc');
  });

  test('leads back to its text', () => {
    fc.assert(
      fc.property(text, kind, (one, as) => {
        expect(textShown(shownText(one, as), as)).toBe(withPlainBreaks(one));
      }),
      { numRuns: 2000 },
    );
  });

  test('that is edited is the text with the same edit', () => {
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom('x', ' word ', '<b>', 'a\nb'),
        kind,
        (a, b, c, as) => {
          // What is put between two texts stays between them.
          const [start, end] = [`${a}(`, `)${b}`].map(withPlainBreaks);
          const before = shownText(`${start}${end}`, as);
          const at = shownText(start ?? '', as).length;
          const after = before.slice(0, at) + c + before.slice(at);
          expect(textShown(after, as)).toBe(`${start}${c}${end}`);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('does not count a line break at its end', () => {
    expect(textShown('a\n', 'plain')).toBe('a');
    expect(textShown('<p>a</p>\n', 'html')).toBe('<p>a</p>');
    expect(textShown('<p>a</p>\n<p>b</p>\n', 'html')).toBe('<p>a</p><p>b</p>');
  });

  test('of hostile HTML is shown at once', () => {
    const hostile = `${'<br '.repeat(20_000)}${' '.repeat(100_000)}`;
    const start = performance.now();
    expect(textShown(shownText(hostile, 'html'), 'html')).toBe(hostile);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('a rewritten text', () => {
  test('keeps the line breaks that are not edited', () => {
    expect(rewritten('a\r\nb\nc', 'a\nb\nd')).toBe('a\r\nb\nd');
    expect(rewritten('a\nb\r\nc', 'x\nb\nc')).toBe('x\nb\r\nc');
    expect(rewritten('a\r\nb', 'a\nnew\nb')).toBe('a\r\nnew\r\nb');
    expect(rewritten('a\rb', 'a\nb\nc')).toBe('a\rb\rc');
  });

  test('reads as it should, and where nothing was to change stays as it is', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        expect(withPlainBreaks(rewritten(from, withPlainBreaks(to)))).toBe(withPlainBreaks(to));
        expect(rewritten(from, withPlainBreaks(from))).toBe(from);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('two edits of a text', () => {
  test('are both made where they are apart', () => {
    expect(merged('one two three', 'ONE two three', 'one two THREE')).toBe('ONE two THREE');
    expect(merged('one two three', 'one two THREE', 'ONE two three')).toBe('ONE two THREE');
  });

  test('are not made where they meet', () => {
    expect(merged('one two', 'one 2', 'one zwei')).toBeUndefined();
  });
});
