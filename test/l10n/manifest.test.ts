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

test.each([undefined, ...languages])(
  'the texts of the manifest have the marks that VS Code draws, in %s',
  (language) => {
    const texts = Object.entries(textsOf(language));
    const steps = texts.filter(([key]) => /^walkthrough\.start\.\w+\.description$/.test(key));
    expect(steps).toHaveLength(4);
    // The first steps know marks of two characters only, and show any others as they stand.
    for (const [key, said] of steps) {
      expect(said.replaceAll(/(?<mark>\*\*|``)[^*`]+\k<mark>/g, ''), key).not.toMatch(/[*`]/);
    }
    // These are shown as plain text.
    const plain = texts.filter(([key]) =>
      /^(?:untrustedWorkspaces|description|command\..*|view\..*|welcome\..*|.*\.image)$/.test(key),
    );
    expect(plain.filter(([, said]) => /[*`_]/.test(said))).toEqual([]);
  },
);

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
