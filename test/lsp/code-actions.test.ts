import { describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  actionNamed,
  startClient,
  type TestClient,
  uriOf,
  usualCapabilities,
} from '../support/client.ts';
import type { OpenFile } from '../support/open-file.ts';
import { article, content, hidden, smallSite, twins } from './small-site.ts';

async function opened(text: string): Promise<OpenFile> {
  const client = await startClient({ files: smallSite });
  return client.open(article, text);
}

describe('quick fixes', () => {
  test('come with their problem, and change this very version', async () => {
    const file = await opened(hidden);
    const actions = await file.codeActions(file.rangeOf('"false"'));
    const show = actionNamed(actions, 'Show the block (false)');
    expect(show).toMatchObject({ kind: 'quickfix', diagnostics: file.diagnostics });
    expect(file.textAfter(show)).toBe(hidden.replace('"false"', 'false'));
    await file.replace('line', 'lines');
    const later = actionNamed(
      await file.codeActions(file.rangeOf('"false"')),
      'Show the block (false)',
    );
    expect(file.textAfter(later)).toBe(hidden.replace('line', 'lines').replace('"false"', 'false'));
  });

  test('know the day on the author’s clock', async () => {
    const client = await startClient({
      files: {
        ...smallSite,
        'site/blueprints/pages/article.yml': 'fields:\n  date:\n    type: date\n',
      },
    });
    const file = await client.open(article, 'Title: One\n\n----\n\nDate: soon');
    const today = actionNamed(await file.codeActions(file.rangeOf('soon')), 'Use today');
    expect(file.textAfter(today)).toContain('Date: 2026-03-14');
  });

  test('put back the bytes that were there before a quote lost its backslash', async () => {
    const intact = content({
      Title: '😀',
      Blocks: String.raw`[{"content":{"text":"<a href=\"https:\/\/example.org\">\u00e9<\/a>"},"id":"b","isHidden":false,"type":"text"}]`,
      Text: 'after',
    }).replaceAll('\n', '\r\n');
    const file = await opened(intact);
    expect(file.diagnostics).toEqual([]);
    await file.replace(String.raw`\"https`, '"https');
    expect(file.diagnostics).toMatchObject([{ code: 'broken-json' }]);
    const [problem] = file.diagnostics;
    const [first, ...others] = await file.codeActions(problem!.range);
    expect(first).toMatchObject({ isPreferred: true });
    expect(others.filter(({ isPreferred }) => isPreferred === true)).toEqual([]);
    expect(file.textAfter(first!)).toBe(intact);
  });

  test('are offered where the cursor touches the problem and nowhere else', async () => {
    const file = await opened(hidden);
    const { start, end } = file.rangeOf('"false"');
    for (const place of [start, end]) {
      expect(await file.codeActions({ start: place, end: place })).toHaveLength(2);
    }
    expect(await file.codeActions(file.rangeOf('Blocks'))).toEqual([]);
  });

  test.each([
    [['quickfix'], 2],
    [['quickfix.other'], 0],
    [['refactor.extract'], 0],
    [[], 0],
  ])('of the kinds %j number %i', async (only, count) => {
    const file = await opened(hidden);
    expect(await file.codeActions(file.rangeOf('"false"'), { only })).toHaveLength(count);
  });
});

describe('fixing all', () => {
  test.each(['source', 'source.fixAll', 'source.fixAll.kirbyAuthor'])(
    'is offered for the kind %s, wherever the cursor is',
    async (kind) => {
      const file = await opened(twins);
      const actions = await file.codeActions(file.rangeOf('Blocks'), { only: [kind] });
      expect(actions).toMatchObject([{ kind: 'source.fixAll.kirbyAuthor' }]);
      const fixed = file.textAfter(actions[0]!);
      expect(fixed).toMatch(/^Blocks: \[\{"id":"a",.*\{"id":"[-0-9a-f]{36}",.*\{"id":"b",/u);
    },
  );

  test.each([['source.fixAll.other'], ['source.organizeImports'], ['quickfix']])(
    'is not offered for the kind %s',
    async (kind) => {
      const file = await opened(twins);
      const actions = await file.codeActions(file.rangeOf('Blocks'), { only: [kind] });
      expect(actions).toEqual([]);
    },
  );

  test('is not offered unasked, nor where there is nothing to fix', async () => {
    const file = await opened(twins);
    const kinds = (await file.codeActions(file.rangeOf('"a","type":"line"},{"id":"b"'))).map(
      ({ kind }) => kind,
    );
    expect(new Set(kinds)).toEqual(new Set(['quickfix']));
    const clean = await opened(content({ Title: 'a' }));
    expect(await clean.codeActions(clean.rangeOf('Title'), { only: ['source.fixAll'] })).toEqual(
      [],
    );
  });

  test('leaves alone what an author has to decide', async () => {
    const file = await opened(hidden);
    expect(await file.codeActions(file.rangeOf('Blocks'), { only: ['source.fixAll'] })).toEqual([]);
  });
});

describe('a fix that reaches into other files', () => {
  const title =
    'Give this page and all that it holds new UUIDs, also where they refer to each other';
  const files = {
    'content/site.txt': 'Title: Site',
    'content/1_article/article.txt': 'Uuid: aaaaaaaaaaaaaaaa',
    'content/1_article/photo.jpg': '',
    'content/1_article/photo.jpg.txt': 'Uuid: ffffffffffffffff',
    'content/2_copy/article.txt': 'Uuid: aaaaaaaaaaaaaaaa',
    'content/2_copy/photo.jpg': '',
    'content/2_copy/photo.jpg.txt': '\uFEFFUuid: ffffffffffffffff\n\n----\n\nAlt: As on the disk',
    'content/2_copy/sub/sub.txt': 'Text: (link: page://aaaaaaaaaaaaaaaa)',
  };
  const capabilities: ClientCapabilities = {
    ...usualCapabilities,
    textDocument: {
      ...usualCapabilities.textDocument,
      codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    },
  };
  const copy = 'content/2_copy/article.txt';

  async function offered(client: TestClient): Promise<{ file: OpenFile; action: CodeAction }> {
    const file = await client.open(copy, files[copy]);
    const actions = await file.codeActions(file.rangeOf('aaaa'));
    const action = actions.find((one) => one.title === title);
    if (action === undefined) throw new Error('It is not offered.');
    expect(action.edit).toBeUndefined();
    return { file, action };
  }

  test('gets its edits when it is chosen, from open documents before the disk', async () => {
    const client = await startClient({ files, initialize: { capabilities } });
    const { file, action } = await offered(client);
    const open = await client.open(
      'content/2_copy/sub/sub.txt',
      'Text: Typed (link: page://aaaaaaaaaaaaaaaa)',
    );
    const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
    const changes = (edit?.documentChanges ?? []) as readonly TextDocumentEdit[];
    const photo = uriOf('content/2_copy/photo.jpg.txt');
    expect(
      new Map(changes.map(({ textDocument }) => [textDocument.uri, textDocument.version])),
    ).toEqual(
      new Map([
        [file.uri, file.version],
        [open.uri, open.version],
        [photo, null],
      ]),
    );
    const editsOf = (uri: string): readonly TextEdit[] =>
      changes
        .filter(({ textDocument }) => textDocument.uri === uri)
        .flatMap(({ edits }) => edits as readonly TextEdit[]);
    const uuid = /^Uuid: (\w{16})$/u.exec(file.textWith(editsOf(file.uri)))?.[1] ?? '';
    expect(uuid).not.toBe('aaaaaaaaaaaaaaaa');
    expect(open.textWith(editsOf(open.uri))).toBe(`Text: Typed (link: page://${uuid})`);
    // An editor counts columns without the byte order mark.
    const onDisk = TextDocument.create(
      photo,
      '',
      0,
      files['content/2_copy/photo.jpg.txt'].slice(1),
    );
    expect(TextDocument.applyEdits(onDisk, [...editsOf(photo)])).toMatch(
      /^Uuid: (?!f)\w{16}\n\n----\n\nAlt: As on the disk$/u,
    );
  });

  test('changes nothing when a file has gone meanwhile', async () => {
    const client = await startClient({ files, initialize: { capabilities } });
    const { action } = await offered(client);
    client.disk.remove('site/content/2_copy/photo.jpg.txt');
    expect(await client.request<CodeAction>('codeAction/resolve', action)).toEqual(action);
  });

  test('is not offered to an editor that would not ask for the edits', async () => {
    const client = await startClient({ files });
    const file = await client.open(copy, files[copy]);
    const titles = (await file.codeActions(file.rangeOf('aaaa'))).map((one) => one.title);
    expect(titles).toEqual(['Give this page a new UUID']);
  });

  test('leads from the problem to the other page', async () => {
    const client = await startClient({ files });
    const file = await client.open(copy, files[copy]);
    expect(file.diagnostics).toMatchObject([
      {
        code: 'duplicate-uuid',
        relatedInformation: [{ location: { uri: uriOf('content/1_article/article.txt') } }],
      },
    ]);
  });
});
