import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { speak } from '../../server/src/kirby/text/say.ts';
import { startClient, type TestClient } from '../support/client.ts';
import { catalogueOf, languages } from '../support/translations.ts';

const root = fileURLToPath(new URL('../fixtures/broken/', import.meta.url));
const broken = Object.fromEntries(
  readdirSync(root, { encoding: 'utf8', recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/');
      return [file.slice(root.length), readFileSync(file, 'utf8')];
    }),
);

afterEach(() => {
  speak(undefined);
});

/** The messages of all files of the broken site with their codes, and what the fixes are called. */
async function saidOf(client: TestClient): Promise<readonly string[]> {
  const said: string[] = [];
  for (const [path, text] of Object.entries(broken)) {
    if (!/(?:^content\/.*\.txt|^site\/blueprints\/.*\.yml)$/.test(path)) continue;
    const file = await client.open(path, text);
    const diagnostics: readonly Diagnostic[] = file.diagnostics;
    for (const { range, code, message, relatedInformation = [] } of diagnostics) {
      const actions = await client.request<readonly CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: file.uri },
        range,
        context: { diagnostics: [] },
      });
      const texts = [
        typeof message === 'string' ? message : message.value,
        ...relatedInformation.map((related) => related.message),
        ...actions.map(({ title }) => title),
      ];
      said.push(...texts.map((one) => `${path} ${code ?? ''}: ${one}`));
    }
  }
  return said;
}

/** The parts between values of all texts that are long enough to be told for English. */
function englishParts(language: string): readonly string[] {
  const catalogue = catalogueOf(language);
  const translated = [...catalogue.values()].join('\n');
  return [...catalogue.keys()]
    .flatMap((key) => key.split(/\{\d+\}/))
    .map((part) => part.trim())
    .filter((part) => /\p{L}\P{L}+\p{L}+\P{L}+\p{L}/u.test(part) && !translated.includes(part));
}

describe('the language of the editor', () => {
  test.each(languages)('is that of all messages and fixes: %s', async (language) => {
    const said = await saidOf(
      await startClient({ files: broken, initialize: { locale: language } }),
    );
    const english = englishParts(language);
    expect(said.length).toBeGreaterThan(50);
    expect(said.filter((text) => english.some((part) => text.includes(part)))).toEqual([]);
  });

  test('is told from its region', async () => {
    const client = await startClient({ initialize: { locale: 'de-CH' } });
    const { diagnostics } = await client.open('content/a/a.txt', 'Title: A\n\n----\n\nTitle: B\n');
    expect(diagnostics[0]?.message).toMatch(/^Dieses Feld steht hier noch einmal\. /);
  });

  test('is brought along by a client whose server can read no files', async () => {
    const [key = ''] = [...catalogueOf('de').keys()].filter((one) =>
      one.startsWith('This field stands here again'),
    );
    const client = await startClient({
      initialize: {
        locale: 'xx',
        initializationOptions: { translations: { [key]: 'Noch einmal{0}.' } },
      },
    });
    const { diagnostics } = await client.open('content/a/a.txt', 'Title: A\n\n----\n\nTitle: B\n');
    expect(diagnostics[0]?.message).toBe('Noch einmal.');
  });

  test.each(['en', 'pt-br', '', '../de'])(
    'is English where there is no other: "%s"',
    async (locale) => {
      const client = await startClient({ initialize: { locale } });
      const { diagnostics } = await client.open(
        'content/a/a.txt',
        'Title: A\n\n----\n\nTitle: B\n',
      );
      expect(diagnostics[0]?.message).toMatch(/^This field stands here again\. /);
    },
  );
});
