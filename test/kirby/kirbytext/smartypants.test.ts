import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smartPieces } from '../../../server/src/kirby/kirbytext/smart-pieces.ts';
import { smartyPants } from '../../../server/src/kirby/kirbytext/smartypants.ts';
import { decodeEntities } from '../../../server/src/kirby/html/entities.ts';

describe('smartyPants', () => {
  it.each([
    ['quotes', `"Bread", she said, "isn't 'cheap'."`, '“Bread”, she said, “isn’t ‘cheap’.”'],
    ['quotes in quotes', `"'Bread' is good"`, '“‘Bread’ is good”'],
    ['decades', `the '80s`, 'the ’80s'],
    ['quotes beside tags', `"<b>a</b>"`, '“<b>a</b>”'],
    ['dashes and dots', 'a -- b... c', 'a — b… c'],
    ['backticks', "``a''", '“a”'],
    ['commas and angles', ',,a`` &lt;&lt;b&gt;&gt;', '„a“ «b»'],
    ['escaped signs', String.raw`\"a\" \-\-`, '"a" --'],
    ['spaces before signs', 'a ? b : c', 'a\u00a0? b\u00a0: c'],
    ['spaces in numbers and before units', '10 000 kg', '10\u00a0000\u00a0kg'],
    ['code', '<code>"a"</code> "b"', '<code>"a"</code> “b”'],
    ['attributes', '<a title="x -- y">"b"</a>', '<a title="x -- y">“b”</a>'],
    ['a dollar sign', '"$1"', '“$1”'],
  ])('%s', (_name, html, expected) => {
    expect(decodeEntities(smartyPants(html))).toBe(expected);
  });

  it('takes other signs', () => {
    const german = { 'doublequote.open': '„', 'doublequote.close': '“', attr: 2 } as const;
    expect(decodeEntities(smartyPants('"a" -- b --- c', german))).toBe('„a“ – b — c');
  });

  it('does nothing at all with 0', () => {
    expect(smartyPants('"a" -- b', { attr: 0 })).toBe('"a" -- b');
  });

  it.each(['<p', '<a ', '<img src="', '<!--', '<?', `<a '"`])(
    'looks once through what begins like a tag again and again: %s',
    (start) => {
      const text = start.repeat(100_000);
      const before = performance.now();
      smartPieces(text);
      expect(performance.now() - before).toBeLessThan(1000);
    },
  );

  /** As Kirby's pattern reads it, which tries each place anew. */
  const kirbysTokens =
    /(<!--[^]*?-->|<\?[^]*?\?>|<[/!$]?[-A-Za-z\d:]+\b(?:[^"'>]|"[^"]*"|'[^']*')*>)|[^<]+|</g;

  it('takes HTML apart as the pattern does', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '<!--',
        '-->',
        '<?',
        '?>',
        '<a',
        '</b',
        ' ',
        'x',
        '=',
        '-',
        '$',
        '\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        const html = parts.join('');
        const wanted = Array.from(html.matchAll(kirbysTokens), ({ 0: source, 1: tag }) => ({
          isTag: tag !== undefined,
          source,
        }));
        expect(smartPieces(html)).toEqual(wanted);
      }),
    );
  });
});
