import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../server/src/kirby/query/parse.ts';
import type { Query } from '../../server/src/kirby/query/query.ts';
import { templateParts } from '../../server/src/kirby/query/template.ts';

/** A query as Kirby groups it, in words of one form. */
function shown(query: Query | undefined): string {
  switch (query?.kind) {
    case undefined:
      return '–';
    case 'literal':
      return query.value === undefined ? 'null' : JSON.stringify(query.value);
    case 'list':
      return `[${query.items.map(shown).join(', ')}]`;
    case 'closure':
      return `=> ${shown(query.body)}`;
    case 'choice':
      return `(${shown(query.left)} ${query.operator} ${shown(query.right)})`;
    case 'ternary':
      return `(${shown(query.condition)} ? ${shown(query.yes)} : ${shown(query.no)})`;
    case 'chain':
      return query.steps
        .map(({ name, args, isOptional }, index) => {
          const dot = index === 0 ? '' : isOptional ? '?.' : '.';
          return dot + name + (args === undefined ? '' : `(${args.map(shown).join(', ')})`);
        })
        .join('');
  }
}

describe('a query', () => {
  test.each([
    ['site', 'site'],
    ['  page.children.listed ', 'page.children.listed'],
    ['site.find("a/b").children', 'site.find("a/b").children'],
    ["page.siblings.pluck('tags', ',', true)", 'page.siblings.pluck("tags", ",", true)'],
    ['a.limit(3).offset(-1).x(1.5)', 'a.limit(3).offset(-1).x(1.5)'],
    ['a.template(["b", \'c\'])', 'a.template(["b", "c"])'],
    ['a.not(page.children.first)', 'a.not(page.children.first)'],
    ['a?.b?.c', 'a?.b?.c'],
    ['a ?? b ?? c', '((a ?? b) ?? c)'],
    ['a ?: b', '(a ?: b)'],
    ['a.b ? "x" : null', '(a.b ? "x" : null)'],
    ['a.x(b ? 1 : 2)', 'a.x((b ? 1 : 2))'],
    ['a.map(() => b.c)', 'a.map(=> b.c)'],
    [String.raw`a.x('it\'s')`, 'a.x("it\'s")'],
    ['a.index()', 'a.index()'],
  ])('%s', (text, expected) => {
    expect(shown(parseQuery(text))).toBe(expected);
  });

  test.each([
    ['nothing', ' '],
    ['a text', '"a"'],
    ['a number', '5'],
    ['arithmetic', 'a.b + 1'],
    ['a comparison', 'a == b'],
    ['a name with a hyphen', 'page.my-field'],
    ['a subscript', 'a[0]'],
    ['an open bracket', 'a.b("c"'],
    ['a bracket too many', 'a.b)'],
    ['a dot at the end', 'a.'],
    ['two dots', 'a..b'],
    ['a string that is open', 'a.b("c)'],
    ['brackets in a string, which the runners read in two ways', 'a.b("c)")'],
    ['an operator without blanks, which they read in two ways', 'a?? b'],
    ['half a ternary', 'a ? b'],
    ['a sentence', 'Hello, world!'],
  ])('is not made of %s', (_what, text) => {
    expect(parseQuery(text)).toBeUndefined();
  });

  test('is read from any text without an exception, however deep', () => {
    const piece = fc.constantFrom('a', '.', '?.', '(', ')', '[', ']', ',', ' ? ', ' : ', '"', '5');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          parseQuery(text);
          templateParts(text, 'safe');
          templateParts(text, 'plain');
        },
      ),
    );
    expect(parseQuery(`${'a('.repeat(5000)}b${')'.repeat(5000)}`)).toBeUndefined();
  });
});

describe('a text with queries', () => {
  test.each([
    ['plain text', 'safe', ['plain text']],
    ['{{ a.b }}', 'safe', [{ query: 'a.b' }]],
    ['x {{a}} y {< b >}', 'safe', ['x ', { query: 'a' }, ' y ', { query: 'b' }]],
    ['{ a }', 'safe', ['{ a }']],
    ['{ a } – {{ b }}', 'plain', [{ query: 'a' }, ' – ', { query: 'b' }]],
    ['{{ a', 'plain', ['{{ a']],
  ] as const)('%s (%s)', (text, kind, expected) => {
    expect(templateParts(text, kind)).toEqual(expected);
  });
});
