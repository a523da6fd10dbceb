import { describe, expect, test } from 'vitest';
import {
  type CompletionList,
  FileChangeType,
  type Hover,
  type Location,
  type LocationLink,
  type Range,
} from 'vscode-languageserver';
import { startClient, type TestClient, uriOf, usualCapabilities } from '../support/client.ts';
import type { OpenFile } from '../support/open-file.ts';
import { article, content, hidden, smallSite } from './small-site.ts';

const page = 'site/blueprints/pages/article.yml';
const tab = 'site/blueprints/tabs/media.yml';
const section = 'site/blueprints/sections/media.yml';
const poster = 'site/blueprints/fields/poster.yml';

/** The field of the page stands in a mixin three levels away. */
const site = {
  ...smallSite,
  [page]: 'title: Article\ntabs:\n  media: tabs/media\n',
  [tab]: 'sections:\n  media: sections/media\n',
  [section]: 'type: fields\nfields:\n  "Poster": fields/poster # of the film\n  blocks: true\n',
  [poster]: 'type: files\nlabel: Poster\n',
  'site/blueprints/blocks/card.yml': 'fields:\n  title:\n    type: text\n',
  'site/snippets/blocks/card.php': '',
  'site/templates/article.php': '',
};

const capabilities = {
  ...usualCapabilities,
  textDocument: {
    ...usualCapabilities.textDocument,
    synchronization: { dynamicRegistration: true },
    definition: { dynamicRegistration: true, linkSupport: true },
    references: { dynamicRegistration: true },
    codeAction: { dynamicRegistration: true },
  },
};

const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function lineRange(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

async function started(): Promise<TestClient> {
  return startClient({ files: site, initialize: { capabilities } });
}

async function names(file: OpenFile): Promise<readonly string[]> {
  const text = 'textDocument/completion';
  const { items } = await file.ask<CompletionList>(text, { position: { line: 0, character: 0 } });
  return items.map(({ label }) => label);
}

describe('definition', () => {
  test('leads from content to the lines of blueprints, with what is underlined', async () => {
    const client = await started();
    const file = await client.open(article, content({ Title: '😀', Poster: 'x' }));
    expect(await file.askAt<LocationLink[]>('textDocument/definition', 'Poster')).toEqual([
      {
        originSelectionRange: file.rangeOf('Poster'),
        targetUri: uriOf(section),
        targetRange: lineRange(2, 3, 9),
        targetSelectionRange: lineRange(2, 3, 9),
      },
      {
        originSelectionRange: file.rangeOf('Poster'),
        targetUri: uriOf(poster),
        targetRange: top,
        targetSelectionRange: top,
      },
    ]);
  });

  test('gives places alone to editors that know no more', async () => {
    const client = await startClient({ files: site });
    const file = await client.open(
      article,
      content({ Title: 'A', Blocks: '[{"type":"card","content":{"title":""}}]' }),
    );
    const ask = (needle: string): Promise<Location[]> =>
      file.askAt('textDocument/definition', needle, 1);
    expect(await ask('Title')).toEqual([
      { uri: uriOf(page), range: top },
      { uri: uriOf('site/templates/article.php'), range: top },
    ]);
    expect(await ask('card')).toEqual([
      { uri: uriOf('site/blueprints/blocks/card.yml'), range: top },
      { uri: uriOf('site/snippets/blocks/card.php'), range: top },
    ]);
    expect(await ask('"title"')).toEqual([
      { uri: uriOf('site/blueprints/blocks/card.yml'), range: lineRange(1, 2, 7) },
    ]);
  });

  test('leads from blueprint to blueprint, as the editor has it', async () => {
    const client = await started();
    const file = await client.open(page, site[page]);
    expect(await file.askAt<LocationLink[]>('textDocument/definition', 'tabs/media')).toMatchObject(
      [{ originSelectionRange: file.rangeOf('tabs/media'), targetUri: uriOf(tab) }],
    );
    await file.replace('tabs/media', 'sections/media');
    expect(
      await file.askAt<LocationLink[]>('textDocument/definition', 'sections/media'),
    ).toMatchObject([{ targetUri: uriOf(section) }]);
    expect(await file.askAt('textDocument/definition', 'Article')).toBeNull();
  });

  test('counts lines in what is typed, not in what was saved', async () => {
    const client = await started();
    const file = await client.open(article, content({ Poster: 'x' }));
    const blueprint = await client.open(section, site[section]);
    await blueprint.replace('type: fields\n', 'type: fields\n# one\n# two\n');
    expect(await file.askAt<LocationLink[]>('textDocument/definition', 'Poster')).toMatchObject([
      { targetUri: uriOf(section), targetRange: lineRange(4, 3, 9) },
      { targetUri: uriOf(poster) },
    ]);
  });
});

describe('references', () => {
  const other = 'content/2_other/article.txt';

  async function askAt(
    file: OpenFile,
    needle: string,
    includeDeclaration: boolean,
  ): Promise<unknown> {
    const position = file.positionOf(needle);
    return file.ask('textDocument/references', { position, context: { includeDeclaration } });
  }

  test('of a field in a mixin are the contents that have it', async () => {
    const client = await startClient({
      files: { ...site, [other]: content({ Title: 'x', Poster: 'x' }) },
    });
    const blueprint = await client.open(section, site[section]);
    const there = { uri: uriOf(other), range: lineRange(4, 0, 6) };
    expect(await askAt(blueprint, 'Poster', false)).toEqual([there]);
    // An open file counts as it is open.
    const file = await client.open(article, content({ Title: '😀', Poster: 'y' }));
    const here = { uri: uriOf(article), range: file.rangeOf('Poster') };
    expect(await askAt(blueprint, 'Poster', false)).toEqual([here, there]);
    const itself = { uri: uriOf(section), range: blueprint.rangeOf('Poster') };
    expect(await askAt(blueprint, 'Poster', true)).toEqual([itself, here, there]);
    expect(await askAt(blueprint, 'type', true)).toBeNull();
    expect(await askAt(file, 'Poster', true)).toBeNull();
  });

  test('in a file that is gone by now lead to the file', async () => {
    const client = await startClient({ files: { ...site, [other]: 'Poster: x' } });
    const blueprint = await client.open(section, site[section]);
    client.disk.remove(`site/${other}`);
    expect(await askAt(blueprint, 'Poster', false)).toEqual([{ uri: uriOf(other), range: top }]);
  });

  test('count on the text as it is typed', async () => {
    const client = await started();
    await client.open(article, content({ Plakat: 'y' }));
    const blueprint = await client.open(section, site[section]);
    blueprint.send(['"Poster"', 'Plakat']);
    expect(await askAt(blueprint, 'Plakat', false)).toHaveLength(1);
  });
});

describe('a mixin three levels away', () => {
  const text = content({ Poster: '- absent.jpg', Banner: '- absent.jpg' });

  test('that changes on the disk changes what is checked and offered at once', async () => {
    const client = await started();
    const file = await client.open(article, text);
    expect(file.diagnostics.map(({ range }) => range.start.line)).toEqual([0]);
    client.disk.write(
      `site/${section}`,
      'type: fields\nfields:\n  banner: fields/poster\n  Caption: {type: text}',
    );
    await client.filesChanged({ [section]: FileChangeType.Changed });
    expect(file.diagnostics.map(({ range }) => range.start.line)).toEqual([4]);
    expect(await names(file)).toContain('Caption');
    client.disk.write(`site/${poster}`, 'type: text');
    await client.filesChanged({ [poster]: FileChangeType.Changed });
    expect(file.diagnostics).toEqual([]);
  });

  test('that is edited does so before it is saved, until it is closed', async () => {
    const client = await started();
    const file = await client.open(article, text);
    const blueprint = await client.open(section, site[section]);
    expect(client.publishedFor(article)).toHaveLength(1);
    expect(await names(file)).not.toContain('Caption');
    await blueprint.replace('  blocks: true', '  banner: fields/poster\n  Caption: {type: text}');
    expect(file.diagnostics.map(({ range }) => range.start.line)).toEqual([0, 4]);
    expect(await names(file)).toContain('Caption');

    // Whatever the disk says meanwhile: the editor wins.
    client.disk.write(`site/${section}`, 'type: fields\nfields: {}');
    await client.filesChanged({ [section]: FileChangeType.Changed });
    expect(file.diagnostics).toHaveLength(2);
    await blueprint.close();
    expect(file.diagnostics).toEqual([]);
  });

  test('that was open before its site was known counts as well', async () => {
    const client = await startClient({
      files: site,
      initialize: { workspaceFolders: [], rootUri: null },
    });
    await client.open(section, 'type: fields\nfields:\n  banner: fields/poster');
    const file = await client.open(article, text);
    client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'file:///site', name: 'site' }], removed: [] },
    });
    await client.settled();
    expect(file.diagnostics.map(({ range }) => range.start.line)).toEqual([4]);
  });
});

test('hover links to the line', async () => {
  const client = await started();
  const file = await client.open(article, content({ Poster: 'x' }));
  const { contents } = await file.askAt<Hover>('textDocument/hover', 'Poster');
  expect(contents).toMatchObject({
    value: expect.stringContaining(`[\`pages/article\`](${uriOf(section)}#L3)`) as string,
  });
});

describe('blueprints in the editor', () => {
  test('are asked for with three kinds of documents’ news and three requests', async () => {
    const client = await started();
    const asked = client.registered.filter(({ method }) => method.startsWith('textDocument/'));
    expect(asked.map(({ method }) => method).sort()).toEqual([
      'textDocument/codeAction',
      'textDocument/definition',
      'textDocument/didChange',
      'textDocument/didClose',
      'textDocument/didOpen',
      'textDocument/references',
    ]);
    for (const { registerOptions } of asked) {
      expect(registerOptions).toMatchObject({
        documentSelector: [
          { scheme: 'file', language: 'yaml', pattern: '**/blueprints/**/*.{yml,yaml}' },
        ],
      });
    }
  });

  test('are checked as they are typed, until they are closed', async () => {
    const client = await started();
    const file = await client.open(
      page,
      'fields:\n  intro:\n    type: text\n    maxlength: many\n',
    );
    expect(client.diagnosticsOf(page)).toEqual([
      expect.objectContaining({
        code: 'wrong-prop',
        severity: 1,
        source: 'Kirby',
        range: file.rangeOf('many'),
      }),
    ]);
    await file.replace('many', '10');
    expect(client.diagnosticsOf(page)).toEqual([]);
    await file.replace('10', 'few');
    expect(client.diagnosticsOf(page)).toHaveLength(1);
    await file.close();
    expect(client.diagnosticsOf(page)).toEqual([]);
    expect(client.logged).toEqual([]);
  });

  test('have quick fixes, of the version that the editor has', async () => {
    const client = await started();
    const text = 'fields:\n  intro:\n    type: texarea\n  b:\n    type: text\n';
    const file = await client.open(page, text);
    const actions = await file.codeActions(file.rangeOf('texarea'));
    expect(actions).toMatchObject([
      {
        title: 'Change to "textarea"',
        kind: 'quickfix',
        diagnostics: [{ code: 'error-box' }],
        edit: {
          documentChanges: [
            {
              textDocument: { uri: file.uri, version: file.version },
              edits: [{ range: file.rangeOf('texarea'), newText: 'textarea' }],
            },
          ],
        },
      },
    ]);
    expect(await file.codeActions(file.rangeOf('text\n'))).toEqual([]);
    expect(await file.codeActions(file.rangeOf('texarea'), { only: ['source'] })).toEqual([]);
    expect(client.logged).toEqual([]);
  });

  test('take a change once that their opening has brought along already', async () => {
    const client = await started();
    const file = await client.open(page, 'fields:\n  intro:\n    type: text\n');
    const added = { range: top, text: 'title: A\n' };
    const textDocument = { uri: file.uri, version: file.version };
    client.notify('textDocument/didChange', { textDocument, contentChanges: [added] });
    await file.replace('text', 'txt');
    // In a text with the line above, the value would be elsewhere.
    expect(client.diagnosticsOf(page)).toMatchObject([{ range: file.rangeOf('txt') }]);
  });

  test('are checked again when another one changes, and as serious as the settings say', async () => {
    const client = await startClient({
      files: site,
      initialize: { capabilities },
      settings: { rules: { 'missing-mixin': 'hint' } },
    });
    await client.open(page, 'tabs:\n  media: tabs/mediaa\n');
    expect(client.diagnosticsOf(page)).toMatchObject([{ code: 'missing-mixin', severity: 4 }]);
    const added = 'site/blueprints/tabs/mediaa.yml';
    client.disk.write(`site/${added}`, 'fields: {}');
    await client.filesChanged({ [added]: FileChangeType.Created });
    expect(client.diagnosticsOf(page)).toEqual([]);
  });

  test('get nothing else, even from an editor that asks', async () => {
    const client = await started();
    const file = await client.open(page, hidden);
    const position = { line: 0, character: 3 };
    expect(client.diagnosticsOf(page)).toBeUndefined();
    expect(await file.ask('textDocument/hover', { position })).toBeNull();
    expect(await file.ask('textDocument/completion', { position })).toBeNull();
    expect(await file.ask('textDocument/documentSymbol')).toEqual([]);
    expect(await file.ask('textDocument/semanticTokens/full')).toEqual({ data: [] });
    expect(await file.codeActions(file.rangeOf('false'))).toEqual([]);
    await file.close();
    expect(client.diagnosticsOf(page)).toBeUndefined();
    expect(client.logged).toEqual([]);
  });

  test('that belong to no site do no harm', async () => {
    const client = await started();
    const file = await client.open(
      'file:///elsewhere/blueprints/pages/x.yml',
      'extends: pages/article',
    );
    expect(await file.askAt('textDocument/definition', 'pages')).toBeNull();
    expect(
      await file.ask('textDocument/references', {
        position: { line: 0, character: 0 },
        context: { includeDeclaration: true },
      }),
    ).toBeNull();
  });
});
