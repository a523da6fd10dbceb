import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { htmlEntities } from '../../../server/src/kirby/kirbytext/html-entities.ts';

describe('htmlEntities', () => {
  it('names what HTML 4 names and leaves the rest', () => {
    expect(htmlEntities(`<a> & "b" 'c' ü € … 👍 ł`)).toBe(
      '&lt;a&gt; &amp; &quot;b&quot; &#039;c&#039; &uuml; &euro; &hellip; 👍 ł',
    );
  });

  it('means the same as the text it was made of, for every character', () => {
    const all = Array.from({ length: 0x27ff - 0xa0 }, (_, index) =>
      String.fromCharCode(index + 0xa0),
    );
    // Browsers give the two angle brackets of HTML 4 other code points than PHP.
    const text = all.filter((character) => !'\u2329\u232a'.includes(character)).join('');
    const [node] = parseFragment(htmlEntities(text)).childNodes;
    expect(node !== undefined && 'value' in node ? node.value : '').toBe(text);
  });

  it('names 252 characters', () => {
    const all = Array.from({ length: 0x2800 }, (_, index) => String.fromCharCode(index));
    expect(all.filter((character) => /^&[A-Za-z]/.test(htmlEntities(character)))).toHaveLength(252);
  });
});
