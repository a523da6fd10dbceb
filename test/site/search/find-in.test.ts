import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { decodeEntities } from '../../../server/src/kirby/html/entities.ts';
import { readableTexts } from '../../../server/src/kirby/readable/texts.ts';
import { fold } from '../../../server/src/kirby/text/fold.ts';
import { findIn, foldedQuery } from '../../../server/src/site/search/find-in.ts';
import type { TextHit } from '../../../server/src/site/search/hit.ts';
import { Sieve, Signer } from '../../../server/src/site/search/signature.ts';

function find(content: string, query: string, mostInFile = 50): readonly TextHit[] {
  const document = parseContent(content);
  return findIn(document, readableTexts(document), { wanted: foldedQuery(query), mostInFile });
}

const escaped = (text: string): string =>
  text.replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
const entities = (text: string): string =>
  text.replace(/[^ -~]/g, (one) => `&#${one.charCodeAt(0)};`);
const json = (text: string): string => `[{"content":{"text":"${text}"},"type":"heading"}]`;

describe('a hit', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['Text: La médiation', 'mediation', 'médiation'],
    ['Text: LA MÉDIATION', 'médiation', 'MÉDIATION'],
    [`Blocks: ${json('la m\\u00e9diation')}`, 'mediation', 'm\\u00e9diation'],
    [`Blocks: ${json('<b>m&eacute;<\\/b>diation')}`, 'médiation', 'm&eacute;<\\/b>diation'],
    ['Rows: - \n  a: "m\\u00e9diation"', 'MEDIATION', 'm\\u00e9diation'],
    ['Text: a\n\\----\nb', 'a ---- b', 'a\n\\----\nb'],
    ['Text: x  y', '  x Y ', 'x  y'],
  ];
  test.each(cases)('in %j of %j stands at %j', (content, query, expected) => {
    const [hit, ...others] = find(content, query);
    expect(others).toEqual([]);
    expect(hit && content.slice(hit.span.start, hit.span.end)).toBe(expected);
  });

  test('says what holds it, and in which lines', () => {
    const [hit] = find(`Title: x\r\n\r\n----\r\n\r\nMy-Blocks: ${json('un caf\\u00e9')}`, 'cafe');
    expect(hit).toMatchObject({
      kind: 'heading',
      field: 'My-Blocks',
      block: 'heading',
      key: 'text',
      excerpt: 'un café',
      found: { start: 3, end: 7 },
      lines: { first: { number: 4, start: 20 }, last: { number: 4, start: 20 } },
    });
  });

  test.each([
    ['Title: Été', 'ete', 'title'],
    ['Text: a\n## Un été', 'ete', 'heading'],
    ['Text: a\n## b\nété', 'ete', 'text'],
  ])('of %j is a %s: %s', (content, query, kind) => {
    expect(find(content, query).map((hit) => hit.kind)).toEqual([kind]);
  });

  test('comes so often at most', () => {
    expect(find(`Text: ${'a '.repeat(100)}`, 'a', 3)).toHaveLength(3);
    expect(find('Text: a', '  ')).toEqual([]);
  });

  const word = fc.constantFrom('été', 'Cœur', 'straße', 'naïf', 'plain', 'L’x', 'Ως', 'a…b');
  const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((list) => list.join(' '));
  const written = fc.constantFrom<readonly [string, (text: string) => string]>(
    ['Text: ', (text) => text],
    ['Text: ', entities],
    ['Blocks: ', (text) => json(escaped(text))],
    ['Blocks: ', (text) => json(`<p>${entities(text)}<\\/p>`)],
    ['Rows: - \n  a: "', (text) => `${escaped(text)}"`],
  );
  test('is found however the words are written, and leads to text that reads like the query', () => {
    fc.assert(
      fc.property(
        words,
        written,
        fc.nat(20),
        fc.integer({ min: 1, max: 12 }),
        (text, [before, write], from, length) => {
          const content = before + write(text);
          const query = fold(text)
            .slice(from, from + length)
            .trim();
          const hits = find(content, query);
          expect(hits.length > 0).toBe(query !== '');
          for (const { span } of hits) {
            const source = content.slice(span.start, span.end);
            const read = source.replace(/\\u([\da-f]{4})/gu, (_, digits: string) =>
              String.fromCharCode(parseInt(digits, 16)),
            );
            expect(fold(decodeEntities(read))).toContain(query);
          }
        },
      ),
    );
  });
});

describe('a signature', () => {
  test('holds whatever is found in its texts', () => {
    const signer = new Signer();
    const letters = fc.constantFrom('a', 'é', 'ß', '日', '本', ' ', '\n', '…', '🎉', 'B', '\u0301');
    const text = fc.array(letters, { maxLength: 60 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(8), (whole, from, length) => {
        signer.add(whole);
        const signature = signer.take();
        const query = foldedQuery(fold(whole).slice(from, from + length));
        expect(new Sieve(query).passes(signature, 0, signature.length)).toBe(true);
      }),
    );
  });

  test('tells most other texts', () => {
    const signer = new Signer();
    const random = (seed: number): string =>
      Array.from({ length: 400 }, (_, at) =>
        String.fromCharCode(97 + (((seed * 7919 + at * at * 31 + at * 17) % 97) % 26)),
      ).join('');
    signer.add(random(1));
    const signature = signer.take();
    const wrong = Array.from({ length: 2_000 }, (_, index) =>
      [index % 26, (index * 7) % 26, (index * 3 + 5) % 26]
        .map((one) => String.fromCharCode(0x430 + one))
        .join(''),
    ).filter((query) => new Sieve(query).passes(signature, 0, signature.length));
    expect(wrong.length).toBeLessThan(200);
  });

  test('gives the same answer however many were looked at before', () => {
    const signer = new Signer();
    const sign = (text: string): Uint8Array => {
      signer.add(text);
      return signer.take();
    };
    const text = fc.array(fc.constantFrom('ab', 'bc', 'ca', 'dd', ' '), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), text, (all, words) => {
        const query = words.join('');
        const sieve = new Sieve(query);
        for (const signature of all.map((one) => sign(one.join('')))) {
          const fresh = new Sieve(query).passes(signature, 0, signature.length);
          expect(sieve.passes(signature, 0, signature.length)).toBe(fresh);
        }
      }),
    );
  });

  test('finds words of two characters where they are whole words', () => {
    const signer = new Signer();
    signer.add('これは日本語です');
    const signature = signer.take();
    const sieve = new Sieve('日本');
    expect(sieve.isOpen).toBe(false);
    expect(sieve.passes(signature, 0, signature.length)).toBe(true);
  });
});
