import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { textsOf } from '../../scripts/manifest.mjs';
import { languages } from '../support/translations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = readFileSync(`${root}/package.json`, 'utf8');
const english = textsOf();

/** What VS Code shows of a manifest. */
const shown =
  /"(?:title|shortTitle|name|altText|contents|description|markdownDescription)": "(?<text>[^"]*)"/g;

test('the manifest has its texts in the catalogues', () => {
  const { contributes } = JSON.parse(text) as { readonly contributes: object };
  const plain = [...JSON.stringify(contributes, undefined, 1).matchAll(shown)]
    .map(({ groups }) => groups?.['text'] ?? '')
    .filter((one) => !one.startsWith('%') && one !== 'Kirby Author');
  expect(plain).toEqual([]);
  expect(text).not.toMatch(/"enumDescriptions": \[\s*"[^%]/);
});

test('the English catalogue has what the manifest names, and nothing else', () => {
  const named = [...text.matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key);
  expect(Object.keys(english)).toEqual([...new Set(named)].sort());
});

describe.each(languages)('the texts of the manifest in %s', (language) => {
  const texts = textsOf(language);

  test('are those of the English catalogue', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(english));
  });

  test('have the same links, settings and code', () => {
    const fixed = (one: string): readonly string[] =>
      one.match(
        /\((?:command|https):[^)]*\)|kirbyAuthor\.[\w.]+|`(?:content|site|file|storage|\{)[^`]*`/g,
      ) ?? [];
    for (const [key, said] of Object.entries(texts))
      expect(fixed(said), key).toEqual(fixed(english[key] ?? ''));
  });
});
