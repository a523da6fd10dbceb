import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlReferences } from '../../../server/src/kirby/html/scan.ts';
import { plainText } from '../../../server/src/kirby/text/mapped-text.ts';

/** Addresses as `tag.attribute=value`, checked against what stands at their span. */
function references(text: string): readonly string[] {
  const before = 3;
  return htmlReferences(plainText(text, before)).map(({ tag, attribute, value, span }) => {
    const source = text.slice(span.start - before, span.end - before);
    return `${tag}.${attribute}=${value}${source === value ? '' : ` (${source})`}`;
  });
}

describe('htmlReferences', () => {
  it.each([
    ['a link', '<a href="/@/page/x">t</a>', ['a.href=/@/page/x']],
    ['single quotes', "<a href='x'>", ['a.href=x']],
    ['no quotes', '<a href=x/y>', ['a.href=x/y']],
    ['blanks around the equals sign', '<a href = "x">', ['a.href=x']],
    ['capital letters', '<IMG SRC="x">', ['img.src=x']],
    ['several attributes', '<img alt="a>b" src="x" title=\'"\'>', ['img.src=x']],
    ['several elements', '<a href="1"><img src="2"/></a>', ['a.href=1', 'img.src=2']],
    ['character references', '<a href="?a=1&amp;b=2">', ['a.href=?a=1&b=2 (?a=1&amp;b=2)']],
    ['an empty address', '<a href="">', ['a.href=']],
    ['an attribute without a value', '<a href>', []],
    ['an attribute that ends alike', '<a data-href="x" xsrc="y">', []],
    ['a comment', '<!-- <a href="x"> --><a href="y">', ['a.href=y']],
    ['a comment without an end', '<a href="y"><!-- <a href="x">', ['a.href=y']],
    ['a lone bracket', 'a < b <a href="x">', ['a.href=x']],
    ['a tag without an end', '<a href="x"', ['a.href=x']],
    ['a quote without an end', '<a href="x>text', ['a.href=x']],
    ['a tag in a tag', '<a <img src="x">', ['img.src=x']],
    ['an end tag', '</a href="x">', []],
    ['text', 'href="x"', []],
  ])('%s', (_name, text, expected) => {
    expect(references(text)).toEqual(expected);
  });

  it('keeps every span inside the text, whatever the text', () => {
    const piece = fc.constantFrom(
      '<a ',
      'href',
      'src',
      '=',
      '"',
      "'",
      '>',
      '<!--',
      '-->',
      ' ',
      'x',
      '/',
      '&amp;',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { span } of htmlReferences(plainText(text, 0))) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          last = span.end;
        }
      }),
    );
  });

  it.each(['<a href="', '<a ', '<!--', "<a x='", '<'])('is quick on many of %j', (piece) => {
    const text = piece.repeat(100_000);
    const started = performance.now();
    htmlReferences(plainText(text, 0));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
