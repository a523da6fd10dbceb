import { describe, expect, test } from 'vitest';
import {
  FileChangeType,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  WorkspaceDiagnosticRequest,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { checkSite, type CheckSiteResult } from '../../server/src/protocol/index.ts';
import { startClient, type TestClient, uriOf, usualCapabilities } from '../support/client.ts';
import { article, content, hidden, smallSite } from './small-site.ts';

const other = 'content/2_other/article.txt';
const third = 'content/3_third/article.txt';
const files = { ...smallSite, [article]: hidden, [other]: content({ Cover: '- cover.jpg' }) };
const wholeSite = { problems: { scope: 'wholeSite' } };
const pulling = {
  capabilities: {
    ...usualCapabilities,
    textDocument: { ...usualCapabilities.textDocument, diagnostic: { dynamicRegistration: true } },
  },
};

describe('an editor that does not ask', () => {
  test('is told of open files only, unless its author wants more', async () => {
    const client = await startClient({ files });
    expect(client.published).toEqual([]);
    await client.changeSettings(wholeSite);
    expect(codesOf(client, article)).toEqual(['hidden-flag']);
    expect(codesOf(client, other)).toEqual(['missing-file']);
    await client.changeSettings({});
    expect(codesOf(client, article)).toEqual([]);
    expect(codesOf(client, other)).toEqual([]);
  });

  test('is told of what is open as before, and of the file again when it is closed', async () => {
    const client = await startClient({ files, settings: wholeSite });
    const file = await client.open(article, 'Title: All is well');
    expect(codesOf(client, article)).toEqual([]);
    await file.close();
    expect(codesOf(client, article)).toEqual(['hidden-flag']);
  });

  test('is told when a file is mended, made or deleted on the disk', async () => {
    const client = await startClient({ files, settings: wholeSite });
    client.disk.write('site/content/2_other/cover.jpg', '');
    client.disk.write(`site/${third}`, hidden);
    await client.filesChanged({
      'content/2_other/cover.jpg': FileChangeType.Created,
      [third]: FileChangeType.Created,
    });
    expect(codesOf(client, other)).toEqual([]);
    expect(codesOf(client, third)).toEqual(['hidden-flag']);
    client.disk.write(`site/${article}`, 'Title: Mended');
    client.disk.remove('site/content/3_third');
    await client.filesChanged({
      [article]: FileChangeType.Changed,
      'content/3_third': FileChangeType.Deleted,
    });
    expect(codesOf(client, article)).toEqual([]);
    expect(codesOf(client, third)).toEqual([]);
  });

  test('is told anew when a rule is turned off', async () => {
    const client = await startClient({ files, settings: wholeSite });
    await client.changeSettings({ ...wholeSite, rules: { 'hidden-flag': 'off' } });
    expect(codesOf(client, article)).toEqual([]);
    expect(codesOf(client, other)).toEqual(['missing-file']);
  });

  test('has places without a byte order mark, as it shows them', async () => {
    const client = await startClient({
      files: { ...files, [article]: `\uFEFF${hidden}` },
      settings: wholeSite,
    });
    const start = hidden.indexOf('"false"');
    expect(client.diagnosticsOf(article)?.[0]?.range.start).toEqual({ line: 0, character: start });
  });
});

describe('one check of the site', () => {
  test('counts what it finds, in open files too, and shows it until it is mended', async () => {
    const client = await startClient({ files });
    await client.open(third, hidden);
    expect(await check(client)).toEqual({
      files: 5,
      errors: 2,
      warnings: 1,
      others: 0,
      isCut: false,
    });
    expect(codesOf(client, article)).toEqual(['hidden-flag']);
    client.disk.write('site/content/2_other/cover.jpg', '');
    await client.filesChanged({ 'content/2_other/cover.jpg': FileChangeType.Created });
    expect(codesOf(client, other)).toEqual([]);
    expect(codesOf(client, article)).toEqual(['hidden-flag']);
  });

  test('is shown while it goes on, and can be ended', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 1000 }, (_, at) => [`content/${at + 3}_p${at}/article.txt`, hidden]),
    );
    const client = await startClient({
      files: { ...files, ...many },
      initialize: {
        capabilities: { ...usualCapabilities, window: { workDoneProgress: true } },
      },
    });
    const told: string[] = [];
    client.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      client.connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => {
        told.push(kind);
        if (kind === 'begin') client.notify('window/workDoneProgress/cancel', { token });
      });
    });
    expect(await check(client)).toBeNull();
    await client.settled();
    expect(told[0]).toBe('begin');
    expect(told.at(-1)).toBe('end');
    const checked = new Set(client.published.map(({ uri }) => uri)).size;
    expect(checked).toBeLessThan(1002);
  });
});

describe('an editor that asks', () => {
  test('is asked to, and told nothing of its own accord but what is open', async () => {
    const client = await startClient({ files, settings: wholeSite, initialize: pulling });
    expect(client.registered.at(-1)).toMatchObject({
      method: 'textDocument/diagnostic',
      registerOptions: { documentSelector: [], workspaceDiagnostics: true },
    });
    expect(client.published).toEqual([]);
    const { items } = await pull(client, {});
    expect(shown(items)).toEqual({ [article]: ['hidden-flag'], [other]: ['missing-file'] });
  });

  test('hears that nothing has changed, or what has', async () => {
    const client = await startClient({ files, settings: wholeSite, initialize: pulling });
    const ids = idsOf((await pull(client, {})).items);
    const again = await pull(client, ids);
    expect(again.items.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
    client.disk.write(`site/${article}`, 'Title: Mended');
    await client.filesChanged({ [article]: FileChangeType.Changed });
    const { items } = await pull(client, ids);
    expect(items).toMatchObject([
      { kind: 'full', uri: uriOf(article), items: [] },
      { kind: 'unchanged', uri: uriOf(other) },
    ]);
  });

  test('is not told of open files, and of their problems again once they are closed', async () => {
    const client = await startClient({ files, settings: wholeSite, initialize: pulling });
    const ids = idsOf((await pull(client, {})).items);
    const file = await client.open(article, hidden);
    expect(codesOf(client, article)).toEqual(['hidden-flag']);
    expect(shown((await pull(client, ids)).items)).toEqual({ [article]: [] });
    expect(shown((await pull(client, {})).items)).toEqual({ [other]: ['missing-file'] });
    await file.close();
    expect(codesOf(client, article)).toEqual([]);
    expect(shown((await pull(client, ids)).items)).toEqual({ [article]: ['hidden-flag'] });
  });

  test('gets parts, and the end of the answer when something is new', async () => {
    const client = await startClient({ files, settings: wholeSite, initialize: pulling });
    const firstParts = partsOf(client, 'first');
    const first = await pull(client, {}, 'first');
    expect(first.items).toEqual([]);
    expect(shown(firstParts)).toEqual({
      [article]: ['hidden-flag'],
      [other]: ['missing-file'],
    });
    const secondParts = partsOf(client, 'second');
    let isAnswered = false;
    const second = pull(client, idsOf(firstParts), 'second').finally(() => {
      isAnswered = true;
    });
    await client.settled();
    expect(isAnswered).toBe(false);
    client.disk.write(`site/${article}`, 'Title: Mended');
    await client.filesChanged({ [article]: FileChangeType.Changed });
    expect((await second).items).toMatchObject([{ kind: 'unchanged', uri: uriOf(other) }]);
    expect(shown(secondParts)).toEqual({ [article]: [] });
  });

  test('is not told that nothing is left when a rule is turned off, only what is', async () => {
    const client = await startClient({ files, settings: wholeSite, initialize: pulling });
    const ids = idsOf((await pull(client, {})).items);
    const parts = partsOf(client, 'waiting');
    const waiting = pull(client, ids, 'waiting');
    await client.settled();
    await client.changeSettings({ ...wholeSite, rules: { 'hidden-flag': 'off' } });
    const { items } = await waiting;
    expect(shown(parts)).toEqual({ [article]: [] });
    expect(items).toMatchObject([{ kind: 'unchanged', uri: uriOf(other) }]);
  });

  test('may stop asking', async () => {
    const client = await startClient({ files, settings: wholeSite, initialize: pulling });
    const ids = idsOf((await pull(client, {})).items);
    const waiting = pull(client, ids, 'waiting');
    await client.settled();
    await client.changeSettings({});
    await waiting;
    expect(client.published).toEqual([]);
  });
});

function check(client: TestClient): Promise<CheckSiteResult | null> {
  return client.request(checkSite, {});
}

function codesOf(client: TestClient, path: string): unknown {
  return client.diagnosticsOf(path)?.map(({ code }) => code);
}

function pull(
  client: TestClient,
  ids: Readonly<Record<string, string>>,
  partialResultToken?: string,
): Promise<WorkspaceDiagnosticReport> {
  return client.request('workspace/diagnostic', {
    previousResultIds: Object.entries(ids).map(([uri, value]) => ({ uri, value })),
    ...(partialResultToken === undefined ? {} : { partialResultToken }),
  });
}

function partsOf(client: TestClient, token: string): WorkspaceDocumentDiagnosticReport[] {
  const parts: WorkspaceDocumentDiagnosticReport[] = [];
  client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, token, ({ items }) => {
    parts.push(...items);
  });
  return parts;
}

function idsOf(items: readonly WorkspaceDocumentDiagnosticReport[]): Record<string, string> {
  return Object.fromEntries(
    items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [[uri, resultId]])),
  );
}

/** The codes of the files that were said anew, by path. */
function shown(items: readonly WorkspaceDocumentDiagnosticReport[]): Record<string, unknown> {
  return Object.fromEntries(
    items.flatMap((item) =>
      item.kind === 'full'
        ? [[item.uri.replace('file:///site/', ''), item.items.map(({ code }) => code)]]
        : [],
    ),
  );
}
