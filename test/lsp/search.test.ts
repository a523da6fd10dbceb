import { describe, expect, test } from 'vitest';
import type { SymbolInformation } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { search, type SearchResult } from '../../server/src/protocol/index.ts';
import { fold } from '../../server/src/kirby/text/fold.ts';
import { startClient, type TestClient, uriOf } from '../support/client.ts';

const block = String.raw`{"content":{"text":"<p>La m\u00e9diation<\/p>"},"id":"a","type":"text"}`;
const heading = String.raw`{"content":{"text":"M&eacute;diation"},"id":"b","type":"heading"}`;
const files: Readonly<Record<string, string>> = {
  'content/site.txt': 'Title: Site',
  'content/1_blocks/article.en.txt': `\uFEFFTitle: Blöcke\r\n\r\n----\r\n\r\nText: [${block},${heading}]`,
  'content/1_blocks/article.de.txt': 'Title: Blöcke\n\n----\n\nText: Über Mediation',
  'content/_drafts/draft/article.en.txt': 'Title: Draft\n\n----\n\nText: ## Une médiation',
  'content/2_title/article.en.txt': 'Title: La médiation',
  'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true, 'name' => 'English'];",
  'site/languages/de.php': "<?php return ['code' => 'de', 'name' => 'Deutsch'];",
};

async function ask(client: TestClient, query: string): Promise<SearchResult> {
  return client.request<SearchResult>(search, { query, whenComplete: true });
}

/** What a range covers of a file as an editor shows it. */
function textAt(uri: string, range: SearchResult['hits'][number]['range']): string {
  const text = Object.entries(files).find(([path]) => uriOf(path) === uri)?.[1] ?? '';
  return TextDocument.create(uri, '', 0, text.replace(/^\uFEFF/u, '')).getText(range);
}

describe('searching the content', () => {
  test('finds every spelling, each at its own characters', async () => {
    const client = await startClient({ files });
    const { hits, isComplete, isLimited } = await ask(client, 'mediation');
    expect([isComplete, isLimited]).toEqual([true, false]);
    expect(
      hits.map((hit) => [hit.title, hit.place, hit.language, hit.status, hit.excerpt]),
    ).toEqual([
      ['La médiation', 'Title', undefined, 'published', 'La médiation'],
      ['Blöcke', 'Text, Text', undefined, 'published', 'La médiation'],
      ['Blöcke', 'Text, Heading', undefined, 'published', 'Médiation'],
      ['Blöcke', 'Text', 'Deutsch', 'published', 'Über Mediation'],
      ['Draft', 'Text', undefined, 'draft', '## Une médiation'],
    ]);
    expect(hits.map(({ uri, range }) => textAt(uri, range))).toEqual([
      'médiation',
      String.raw`m\u00e9diation`,
      'M&eacute;diation',
      'Mediation',
      'médiation',
    ]);
    expect(await ask(client, 'médiation')).toEqual({ hits, isComplete, isLimited });
    expect((await ask(client, 'no such words')).hits).toEqual([]);
  });

  test('tells places by the labels of the blueprint', async () => {
    const blueprint = `fields:
  my-layout: { type: layout, label: Inhalt, settings: { fields: { note: { type: text, label: Notiz } } } }
  team: { type: structure, label: Leute, fields: { name: { type: text, label: Wer } } }
`;
    const card = 'name: Karte\nfields: { teaser: { type: text, label: Anreißer } }';
    const row = {
      attrs: { note: 'wanted 1' },
      columns: [{ blocks: [{ type: 'card', content: { teaser: 'wanted 2', other: 'wanted 3' } }] }],
    };
    const client = await startClient({
      files: {
        'content/site.txt': 'Title: Site',
        'content/a/a.txt': `My-Layout: ${JSON.stringify([row])}\n----\nTeam: [{"Name":"wanted 4"}]\n----\nElse: wanted 5`,
        'site/blueprints/pages/a.yml': blueprint,
        'site/blueprints/blocks/card.yml': card,
      },
    });
    expect((await ask(client, 'wanted')).hits.map(({ place }) => place)).toEqual([
      'Inhalt, Notiz',
      'Inhalt, Karte, Anreißer',
      'Inhalt, Karte, other',
      'Leute, Wer',
      'Else',
    ]);
  });

  test('follows what is typed and what happens on the disk', async () => {
    const client = await startClient({ files });
    const path = 'content/2_title/article.en.txt';
    const file = await client.open(path, 'Title: Something else');
    expect((await ask(client, 'something else')).hits.map(({ uri }) => uri)).toEqual([uriOf(path)]);
    expect((await ask(client, 'mediation')).hits).toHaveLength(4);
    await file.close();
    client.disk.remove('site/content/1_blocks');
    client.disk.write(
      'site/content/_drafts/draft/article.en.txt',
      'Title: Draft\n----\nText: new words',
    );
    await client.filesChanged({
      'content/1_blocks': 3,
      'content/_drafts/draft/article.en.txt': 2,
    });
    expect((await ask(client, 'mediation')).hits.map(({ title }) => title)).toEqual([
      'La médiation',
    ]);
    expect((await ask(client, 'new words')).hits).toHaveLength(1);
  });

  test('tells several sites apart, and lists the drafts of all behind the pages of all', async () => {
    const folders = ['file:///one/www', 'file:///two/www', 'file:///three'];
    const site = (folder: string): readonly (readonly [string, string])[] => [
      [`${folder}/site/blueprints/site.yml`, ''],
      [`${folder}/content/home/home.txt`, 'Title: Médiation'],
      [`${folder}/content/_drafts/late/late.txt`, 'Title: Médiation'],
    ];
    const client = await startClient({
      files: Object.fromEntries(folders.flatMap(site)),
      initialize: { workspaceFolders: folders.map((uri) => ({ uri, name: uri })) },
    });
    const { hits } = await ask(client, 'mediation');
    expect(hits.map((hit) => `${hit.status} ${String(hit.site)}`)).toEqual([
      'published one/www',
      'published two/www',
      'published three',
      'draft one/www',
      'draft two/www',
      'draft three',
    ]);
  });

  test('names the slug of a page whose title does not hold what was typed', async () => {
    const client = await startClient({ files });
    await ask(client, 'x');
    const found = await client.request<SymbolInformation[]>('workspace/symbol', {
      query: 'blocks',
    });
    expect(found.map(({ name }) => name)).toEqual(['Blöcke (blocks)']);
  });

  test('lists symbols that an editor does not filter out', async () => {
    const client = await startClient({ files });
    await ask(client, 'x');
    for (const query of ['mediation', 'médiation', 'MEDIATION']) {
      const found = await client.request<SymbolInformation[]>('workspace/symbol', { query });
      expect(found.map((symbol) => [spoken(symbol.name), symbol.containerName])).toEqual([
        ['la mediation', 'title'],
        ['la mediation', 'Blöcke'],
        ['mediation', 'Blöcke'],
        ['uber mediation', 'Blöcke'],
        ['## une mediation', 'Draft'],
      ]);
      expect(found.slice(1).map(({ location }) => textAt(location.uri, location.range))).toEqual([
        String.raw`m\u00e9diation`,
        'M&eacute;diation',
        'Mediation',
        'médiation',
      ]);
      for (const { name } of found) expect(holdsInOrder(name, query)).toBe(true);
    }
  });
});

/** A name without what is added where its letters are not those that were typed. */
function spoken(name: string): string {
  return fold(name.replace(/ \([^)]*\)$/u, ''));
}

/** How VS Code filters the list of symbols: each letter in turn, others between them. */
function holdsInOrder(name: string, query: string): boolean {
  let at = 0;
  for (const letter of query.toLowerCase()) {
    at = name.toLowerCase().indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
