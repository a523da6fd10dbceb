import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lostLinks } from '../../../server/src/kirby/html/lost-links.ts';
import { removedElements } from '../../../server/src/kirby/html/sanitised.ts';
import { aliasAttributes } from '../../../server/src/kirby/kirbytext/alias-attributes.ts';
import { emptyTags } from '../../../server/src/kirby/kirbytext/empty-tags.ts';
import { splitTags } from '../../../server/src/kirby/kirbytext/split-tags.ts';
import { parseTags } from '../../../server/src/kirby/kirbytext/tags.ts';
import { unclosedTags } from '../../../server/src/kirby/kirbytext/unclosed-tags.ts';
import { unknownAttributes } from '../../../server/src/kirby/kirbytext/unknown-attributes.ts';
import { unknownTags } from '../../../server/src/kirby/kirbytext/unknown-tags.ts';
import type { Span } from '../../../server/src/kirby/text/span.ts';

const checks: Readonly<Record<string, (text: string) => readonly { readonly span: Span }[]>> = {
  unclosedTags,
  unknownTags,
  aliasAttributes: (text) => aliasAttributes(parseTags(text)),
  emptyTags: (text) => emptyTags(text, parseTags(text)),
  splitTags: (text) => splitTags(text, parseTags(text)),
  unknownAttributes: (text) => unknownAttributes(parseTags(text)),
  removedElements,
  lostLinks,
};

const pieces = [
  ...'(image: |(link: |(youtube: |(file://abc)|(imgae: a.jpg)|(image: a.jpg captoin: b)|(youtube: a width: 1)|(link: b c subtitle: d)|(|)| |\n|\n\n|`|```\n|a.jpg|é'.split(
    '|',
  ),
  ...'https://a.org/?|text:|caption: |subtitle:|width: |captoin: |<img |<a href="|page://a|">'.split(
    '|',
  ),
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((some) => some.join(''));

describe('checks of texts', () => {
  test.each(Object.keys(checks))('%s finds places of the text, in order', (name) => {
    let found = 0;
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { span } of checks[name]?.(text) ?? []) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          last = span.start;
          found++;
        }
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(0);
  });

  test('a tag that is closed where it is said is one', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { span, closeAt } of unclosedTags(text)) {
          const at = closeAt();
          if (at === undefined) continue;
          const closed = `${text.slice(0, at)})${text.slice(at)}`;
          expect(parseTags(closed).some((tag) => tag.span.start <= span.start)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each(Object.keys(checks))('%s takes long texts', (name) => {
    const many = ['(link: a', '(imgae: a.jpg) ', '(link: a subtitle: b) ', '<img src="a"> '];
    for (const part of many) checks[name]?.(part.repeat(5_000));
  });
});
