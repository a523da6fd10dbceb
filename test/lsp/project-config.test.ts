import { FileChangeType } from 'vscode-languageserver/node';
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
