import { type CodeAction, FileChangeType } from 'vscode-languageserver/node';
import { describe, expect, test } from 'vitest';
import { startClient, type TestClient } from '../support/client.ts';
import { article, content, smallSite } from './small-site.ts';

const CONFIG = 'kirby-author.config.json';
/** A warning for the picture, an error for the flag. */
const text = content({
  Cover: '- absent.jpg',
  Blocks: '[{"type":"line","isHidden":"false"}]',
});

async function clientWith(
  config: Readonly<Record<string, string>>,
  settings: unknown = {},
): Promise<TestClient> {
  const client = await startClient({ files: { ...smallSite, ...config }, settings });
  await client.open(article, text);
  return client;
}

function found(client: TestClient): readonly string[] {
  const diagnostics = client.diagnosticsOf(article) ?? [];
  return diagnostics.map(({ code, severity }) => `${String(code)} ${String(severity)}`).toSorted();
}

describe('the config of a project', () => {
  test('counts beside the site', async () => {
    const client = await clientWith({ [CONFIG]: '{"rules":{"missing-file":"error"}}' });
    expect(found(client)).toEqual(['hidden-flag 1', 'missing-file 1']);
  });

  test('counts in a folder above, also outside of the workspace', async () => {
    const config = '{"ignore":[{"files":"site/content/1_*","rules":["missing-file"]}]}';
    const client = await clientWith({ [`file:///${CONFIG}`]: config });
    expect(found(client)).toEqual(['hidden-flag 1']);
  });

  test('counts before the site is read: what is ignored is never shown', async () => {
    const client = await clientWith({ [CONFIG]: '{"ignore":["content/1_article"]}' });
    expect(client.publishedFor(article).flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });

  test('counts behind the settings of the author', async () => {
    const config = '{"rules":{"missing-file":"error","hidden-flag":"off"}}';
    const client = await clientWith({ [CONFIG]: config }, { rules: { 'missing-file': 'hint' } });
    expect(found(client)).toEqual(['missing-file 4']);
  });

  test('counts as soon as it changes, for what is open and for the whole site', async () => {
    const client = await clientWith({}, { problems: { scope: 'wholeSite' } });
    expect(found(client)).toEqual(['hidden-flag 1', 'missing-file 2']);
    client.disk.write(`site/${CONFIG}`, '{"rules":{"missing-file":"off"}}');
    await client.filesChanged({ [CONFIG]: FileChangeType.Created });
    expect(found(client)).toEqual(['hidden-flag 1']);
    client.disk.write(`site/${CONFIG}`, '{"ignore":["content"]}');
    await client.filesChanged({ [CONFIG]: FileChangeType.Changed });
    expect(found(client)).toEqual([]);
    client.disk.remove(`site/${CONFIG}`);
    await client.filesChanged({ [CONFIG]: FileChangeType.Deleted });
    expect(found(client)).toEqual(['hidden-flag 1', 'missing-file 2']);
  });

  test('that is wrong is told to the log, and what of it can be read counts', async () => {
    const config = '{"rules":{"missing-fil":"off","hidden-flag":"off"}}';
    const client = await clientWith({ [CONFIG]: config });
    expect(found(client)).toEqual(['missing-file 2']);
    expect(client.logged.join()).toContain('There is no rule \\"missing-fil\\".');
  });
});

describe('ignoring a problem', () => {
  const ignore = 'Ignore missing-file in this file (kirby-author.config.json)';
  const turnOff = 'Turn missing-file off for the whole site (kirby-author.config.json)';

  async function actions(
    files: Readonly<Record<string, string>>,
    { ignoresProblems = true, settings = {} as unknown, only = undefined as string[] | undefined },
  ): Promise<readonly CodeAction[]> {
    const client = await startClient({
      files: { ...smallSite, ...files },
      settings,
      initialize: { initializationOptions: { ignoresProblems } },
    });
    const file = await client.open(article, text);
    return client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: file.uri },
      range: file.rangeOf('absent'),
      context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
    });
  }

  test('is offered behind all fixes, and never preferred', async () => {
    const offered = await actions({ 'content/1_article/absent.png': '' }, {});
    expect(offered.length).toBeGreaterThan(2);
    expect(offered.slice(-2)).toMatchObject([
      {
        title: ignore,
        kind: 'quickfix',
        diagnostics: [{ code: 'missing-file' }],
        command: {
          command: 'kirbyAuthor.ignoreProblem',
          arguments: [
            {
              config: 'file:///site/kirby-author.config.json',
              code: 'missing-file',
              path: article,
            },
          ],
        },
      },
      {
        title: turnOff,
        command: { arguments: [{ config: 'file:///site/kirby-author.config.json' }] },
      },
    ]);
    expect(offered.slice(-2).filter(({ isPreferred }) => isPreferred === true)).toEqual([]);
  });

  test('goes to the config that counts, wherever it is', async () => {
    const offered = await actions({ [`file:///${CONFIG}`]: '{}' }, {});
    expect(offered.at(-2)?.command?.arguments).toEqual([
      { config: `file:///${CONFIG}`, code: 'missing-file', path: `site/${article}` },
    ]);
  });

  test('everywhere is not offered where the author’s own settings would win', async () => {
    const offered = await actions({}, { settings: { rules: { 'missing-file': 'error' } } });
    expect(offered.at(-1)?.title).toBe(ignore);
  });

  test('is not offered to an editor that cannot, nor among other kinds', async () => {
    const titles = async (options: Parameters<typeof actions>[1]): Promise<readonly string[]> =>
      (await actions({}, options)).map(({ title }) => title);
    expect(await titles({ ignoresProblems: false })).not.toContain(ignore);
    expect(await titles({ only: ['refactor'] })).not.toContain(ignore);
    expect(await titles({ only: ['quickfix'] })).toContain(ignore);
  });

  test('the edits are those of the text as it is in the editor', async () => {
    const client = await startClient({ files: smallSite });
    const ask = (config: string): Promise<unknown> =>
      client.request('kirbyAuthor/ignoreEdits', {
        config: `file:///site/${CONFIG}`,
        code: 'missing-file',
        text: config,
      });
    const at = { line: 1, character: 12 };
    expect(await ask('{\n  "rules": {}\n}')).toEqual({
      edits: [{ range: { start: at, end: at }, newText: '\n    "missing-file": "off"\n  ' }],
    });
    expect(await ask('{ "rules"')).toBeNull();
  });
});
