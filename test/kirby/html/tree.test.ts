import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HtmlNode, parseHtml, textContent } from '../../../server/src/kirby/html/tree.ts';

function outline(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      const attributes = [...node.attributes].map(([name, value]) => ` ${name}=${value}`).join('');
      return `(${node.name}${attributes}:${outline(node.children)})`;
    })
    .join('');
}

describe('parseHtml', () => {
  it.each([
    ['nests', '<p>a <b>b</b></p>', '(p:a (b:b))'],
    ['closes what is open at the end', '<p>a <b>b', '(p:a (b:b))'],
    ['drops end tags of nothing', 'a</b>c', 'ac'],
    ['knows elements without an end', 'a<br>b<img src="x">c', 'a(br:)b(img src=x:)c'],
    ['ends a paragraph before a block', '<p>a<ul><li>b</ul>', '(p:a)(ul:(li:b))'],
    ['ends a list item before the next', '<ul><li>a<li>b</ul>', '(ul:(li:a)(li:b))'],
    ['keeps lists in lists', '<ul><li>a<ul><li>b</ul><li>c</ul>', '(ul:(li:a(ul:(li:b)))(li:c))'],
    ['drops comments', 'a<!-- <b> -->c', 'ac'],
    ['drops a doctype', '<!doctype html>a', 'a'],
    ['reads a script as text', '<script>a<b</script>c', '(script:a<b)c'],
    ['resolves character references', '&lt;a&gt; &#65;&#x42;&nope; &amp;', '<a> AB&nope; &'],
    ['leaves brackets that are no tag', 'a < b <\\/p> c', 'a < b <\\/p> c'],
    ['folds names', '<P CLASS="A">x</P>', '(p class=A:x)'],
    ['takes the first of two attributes', '<a href="1" href="2">', '(a href=1:)'],
  ])('%s', (_name, text, expected) => {
    expect(outline(parseHtml(text))).toBe(expected);
  });

  it('keeps text without tags as it is', () => {
    fc.assert(
      fc.property(
        fc.string().map((text) => text.replace(/[<&]/g, '')),
        (text) => {
          expect(parseHtml(text).map(textContent).join('')).toBe(text);
        },
      ),
    );
  });
});
