import { describe, expect, test } from 'vitest';
import { saidTexts, untranslated } from '../support/said-texts.ts';
import { catalogueOf, languages } from '../support/translations.ts';

const texts = saidTexts();
const keys = new Set(texts.map(({ key }) => key));

test('nothing is said before the language is known', () => {
  expect(texts.filter(({ isEarly, place }) => isEarly && place.startsWith('server/'))).toEqual([]);
});

test('the messages and titles of rules are said, not just written', () => {
  expect(untranslated()).toEqual([]);
});

describe.each(languages)('the catalogue in %s', (language) => {
  const catalogue = catalogueOf(language);

  test('has every text of the program', () => {
    const missing = texts.filter(({ key }) => !catalogue.has(key));
    expect(missing.map(({ key, place }) => `${place}: ${key}`)).toEqual([]);
  });

  test('has nothing that the program does not say', () => {
    expect([...catalogue.keys()].filter((key) => !keys.has(key))).toEqual([]);
  });

  test('has the values of each text, all of them and no others', () => {
    const odd = [...catalogue].filter(([key, text]) => {
      return [...placeholders(key)].join() !== [...placeholders(text)].join();
    });
    expect(odd).toEqual([]);
  });

  test('leaves nothing empty, and keeps the blanks and stops at the ends', () => {
    const odd = [...catalogue].filter(([key, text]) => {
      const [wanted, given] = [key, text].map((one) => [
        /^\s*/.exec(one)?.[0],
        /\.?$/.exec(one)?.[0],
      ]);
      return text.trim() === '' || String(wanted) !== String(given);
    });
    expect(odd).toEqual([]);
  });

  test('is sorted', () => {
    expect([...catalogue.keys()]).toEqual([...catalogue.keys()].sort());
  });
});

/** `{0}`, `{1}`, whatever their order. */
function placeholders(text: string): ReadonlySet<string> {
  return new Set((text.match(/\{\d+\}/g) ?? []).sort());
}
