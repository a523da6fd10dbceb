import { describe, expect, test } from 'vitest';
import {
  type CompletionItem,
  type CompletionList,
  type DocumentSymbol,
  type Hover,
  InsertTextFormat,
  type Location,
  type Range,
  type SemanticTokens,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { startClient, uriOf, usualCapabilities } from '../support/client.ts';
import type { OpenFile } from '../support/open-file.ts';
import { article, content, smallSite } from './small-site.ts';

async function opened(text: string, capabilities = usualCapabilities): Promise<OpenFile> {
  const client = await startClient({ files: smallSite, initialize: { capabilities } });
  return client.open(article, text);
}

describe('completion', () => {
  const text = content({ Title: '😀', Blocks: '[]' });

  test('offers what fits, in place of what is typed', async () => {
    const file = await opened(`${text}\n\n----\n\nCov`);
    const list = await file.askAt<CompletionList>('textDocument/completion', 'Cov', 3);
    const item = list.items.find(({ label }) => label === 'Cover');
    expect(item?.textEdit).toMatchObject({ range: file.rangeOf('Cov') });
  });

  test('shows the images that files are', async () => {
    const file = await opened(content({ Title: 'A', Cover: '- file://' }));
    const { items } = await file.askAt<CompletionList>('textDocument/completion', 'file://', 7);
    const photo = items.find(({ label }) => label === 'photo.jpg');
    expect(JSON.stringify(photo?.documentation)).toContain(
      `![photo.jpg](${uriOf('content/1_article/photo.jpg')}|height=120)`,
    );
  });

  test('sends what is the same for all files once, and a picture when it is looked at', async () => {
    const completion = {
      completionItem: { resolveSupport: { properties: ['documentation'] } },
      completionList: { itemDefaults: ['editRange'] },
    };
    const capabilities = { textDocument: { completion } };
    const client = await startClient({ files: smallSite, initialize: { capabilities } });
    const file = await client.open(article, content({ Title: 'A', Cover: '- file://' }));
    const list = await file.askAt<CompletionList>('textDocument/completion', 'file://', 7);
    expect(list.itemDefaults).toEqual({ editRange: file.rangeOf('file://') });
    const photo = list.items.find(({ label }) => label === 'photo.jpg');
    expect(photo).toMatchObject({ textEditText: 'file://filePhoto0000001' });
    expect(photo).not.toHaveProperty('textEdit');
    expect(JSON.stringify(photo?.documentation)).not.toContain('![');
    const resolved = await client.request<CompletionItem>('completionItem/resolve', photo);
    expect(JSON.stringify(resolved.documentation)).toContain(
      `![photo.jpg](${uriOf('content/1_article/photo.jpg')}|height=120)`,
    );
    const text = { label: 'text', documentation: 'As it is.' };
    expect(await client.request('completionItem/resolve', text)).toEqual(text);
  });

  test('says beside each suggestion what it is, where the editor shows that of all of them', async () => {
    const completion = { completionItem: { labelDetailsSupport: true } };
    const initialize = { capabilities: { textDocument: { completion } } };
    const client = await startClient({ files: smallSite, initialize });
    const file = await client.open(article, content({ Title: 'A', Cover: '- file://' }));
    const list = await file.askAt<CompletionList>('textDocument/completion', 'file://', 7);
    const photo = list.items.find(({ label }) => label === 'photo.jpg');
    expect(photo).toMatchObject({ labelDetails: { description: 'This page' } });
    expect(photo).not.toHaveProperty('detail');
    // Beside a long name there is little room: what is looked at has it in full.
    expect(await client.request('completionItem/resolve', photo)).toEqual({
      ...photo,
      detail: 'This page',
    });
    expect(client.initialized.capabilities.completionProvider?.completionItem).toEqual({
      labelDetailsSupport: true,
    });
  });

  test('gives snippets to editors that know them', async () => {
    const file = await opened(text);
    const { items } = await file.askAt<CompletionList>('textDocument/completion', '[]', 1);
    const heading = items.find(({ label }) => label === 'heading');
    expect(heading?.insertTextFormat).toBe(InsertTextFormat.Snippet);
    expect(heading?.textEdit?.newText).toContain('$1');
    expect(heading?.textEdit?.newText).toMatch(/"id":"0{8}-0000-4000-8000-\d{12}"/u);
  });

  test('gives plain text to the others', async () => {
    const file = await opened(text, {});
    const { items } = await file.askAt<CompletionList>('textDocument/completion', '[]', 1);
    const heading = items.find(({ label }) => label === 'heading');
    expect(heading?.insertTextFormat).toBeUndefined();
    expect(JSON.parse(heading?.textEdit?.newText ?? '')).toMatchObject({ type: 'heading' });
  });
});

describe('hover', () => {
  const text = content({ Title: '😀', Cover: '- file://filePhoto0000001' });

  test('tells about a file, over the whole mention', async () => {
    const file = await opened(text);
    const found = await file.askAt<Hover>('textDocument/hover', 'Photo');
    expect(found.range).toEqual(file.rangeOf('file://filePhoto0000001'));
    expect(found.contents).toMatchObject({ kind: 'markdown' });
    expect(JSON.stringify(found.contents)).toContain('A red photo');
  });

  test('speaks the language of the author where the blueprint does', async () => {
    const client = await startClient({
      files: {
        ...smallSite,
        'site/blueprints/pages/article.yml':
          'fields:\n  cover:\n    type: files\n    label:\n      en: Cover\n      pt_BR: Capa\n',
      },
      initialize: { locale: 'pt-br' },
    });
    const file = await client.open(article, text);
    const found = await file.askAt<Hover>('textDocument/hover', 'Cover');
    expect(JSON.stringify(found.contents)).toContain('Capa');
  });

  test('says nothing where there is nothing to say', async () => {
    const file = await opened(text);
    expect(await file.askAt('textDocument/hover', '😀')).toBeNull();
  });
});

describe('definition', () => {
  test('leads to a file and to a page, wherever these stand on the disk', async () => {
    const file = await opened(
      content({ Cover: '- file://filePhoto0000001', Text: 'page://pageOther0000001' }),
    );
    const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    expect(await file.askAt<Location[]>('textDocument/definition', 'filePhoto')).toEqual([
      { uri: uriOf('content/1_article/photo.jpg'), range: top },
    ]);
    expect(await file.askAt<Location[]>('textDocument/definition', 'pageOther')).toEqual([
      { uri: uriOf('content/2_other/article.txt'), range: top },
    ]);
    expect(await file.askAt('textDocument/definition', '- ')).toBeNull();
  });
});

describe('document symbols', () => {
  test('nest, each inside of the one around it, and select a part of themselves', async () => {
    const block = (id: string, text: string): string =>
      `{"content":{"text":"${text}"},"id":"${id}","isHidden":false,"type":"heading"}`;
    const file = await opened(
      content({
        Title: '😀',
        Layout: `[{"attrs":{},"columns":[{"blocks":[${block('b1', '😀')},${block('b2', 'é')}],"id":"c1","width":"1/2"},{"blocks":[],"id":"c2","width":"1/2"}],"id":"r1"}]`,
      }).replaceAll('\n', '\r\n'),
    );
    const symbols = await file.ask<DocumentSymbol[]>('textDocument/documentSymbol');
    const kinds = { 8: 'field', 23: 'row', 18: 'column', 19: 'block' } as Record<number, string>;
    const outline = (list: readonly DocumentSymbol[], depth = 0): string[] =>
      list.flatMap(({ kind, children = [] }) => [
        `${'  '.repeat(depth)}${kinds[kind] ?? '?'}`,
        ...outline(children, depth + 1),
      ]);
    expect(outline(symbols)).toEqual([
      'field',
      'field',
      '  row',
      '    column',
      '      block',
      '      block',
      '    column',
    ]);
    const check = (list: readonly DocumentSymbol[], around: Range): void => {
      for (const { range, selectionRange, children = [] } of list) {
        expect(isIn(range, around)).toBe(true);
        expect(isIn(selectionRange, range)).toBe(true);
        check(children, range);
      }
    };
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    check(symbols, whole);
    const second = symbols[1]?.children?.[0]?.children?.[0]?.children?.[1];
    expect(file.textIn(second!.range)).toBe(block('b2', 'é'));
  });

  test('have the names of fields, without the marks of a merge above them', async () => {
    const file = await opened(
      'Title: One\n\n----\n\n<<<<<<< HEAD\nText: A\n=======\nText: B\n>>>>>>> x\n',
    );
    const symbols = await file.ask<DocumentSymbol[]>('textDocument/documentSymbol');
    expect(symbols.map(({ name }) => name)).toEqual(['Title', 'Text']);
  });

  test('of a document that is not open are none', async () => {
    const client = await startClient({ files: smallSite });
    const textDocument = { uri: uriOf(article) };
    expect(await client.request('textDocument/documentSymbol', { textDocument })).toEqual([]);
    expect(
      await client.request('textDocument/hover', {
        textDocument,
        position: { line: 0, character: 0 },
      }),
    ).toBeNull();
  });
});

describe('workspace symbols', () => {
  test('are the pages whose title matches, case and accents aside', async () => {
    const client = await startClient({
      files: { ...smallSite, 'content/3_cafe crème/article.txt': 'Title: Café Crème' },
    });
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'CREME' });
    expect(found).toMatchObject([
      {
        // An editor leaves out what does not hold the very letters that were typed.
        name: 'Café Crème'.normalize('NFD'),
        kind: SymbolKind.File,
        location: { uri: 'file:///site/content/3_cafe%20cr%C3%A8me/article.txt' },
      },
    ]);
    expect(await client.request('workspace/symbol', { query: 'no such page' })).toEqual([]);
  });
});

describe('semantic tokens', () => {
  const legend = ['property', 'string', 'number', 'keyword', 'class', 'comment'];

  test('colour the JSON of a line that is too long for the editor’s grammar', async () => {
    const long = `[${'{"id":"x😀","type":"text","n":1},'.repeat(800)}{"type":"line"}]`;
    const file = await opened(content({ Title: 'a', Blocks: long }));
    const { data } = await file.ask<SemanticTokens>('textDocument/semanticTokens/full');
    const [line = 0, character = 0, length = 0, type = 0] = data;
    expect(line).toBe(file.positionOf('[{').line);
    const start = { line, character };
    expect(file.textIn({ start, end: { line, character: character + length } })).toBe('"id"');
    expect(legend[type]).toBe('property');
    // Seven to a block: three keys and three values, `n` and its number being one of each.
    expect(data.length / 5).toBe(6 * 800 + 2);
    const last = tokens(data).at(-1)!;
    expect(file.textIn(last.range)).toBe('"line"');
    expect(legend[last.type]).toBe('class');
  });

  test('are none on lines that the grammar colours', async () => {
    const file = await opened(content({ Blocks: '[{"type":"line"}]' }));
    expect(await file.ask('textDocument/semanticTokens/full')).toEqual({ data: [] });
  });
});

/** Tokens with their places: each is told by its distance from the one before. */
function tokens(data: readonly number[]): readonly { range: Range; type: number }[] {
  let line = 0;
  let character = 0;
  return Array.from({ length: data.length / 5 }, (_unused, index) => {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(index * 5, index * 5 + 4);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    return {
      range: { start: { line, character }, end: { line, character: character + length } },
      type,
    };
  });
}

function isIn(inner: Range, outer: Range): boolean {
  const before = (a: Range['start'], b: Range['start']): boolean =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}
