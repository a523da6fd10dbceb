import { describe, expect, test } from 'vitest';
import { type ClientOptions, startClient, type TestClient } from '../support/client.ts';
import type { OpenFile } from '../support/open-file.ts';
import { article, content, hidden, smallSite } from './small-site.ts';

const withRules = (rules: unknown): unknown => ({ rules });

async function opened(
  options: ClientOptions,
): Promise<{ readonly client: TestClient; readonly file: OpenFile }> {
  const client = await startClient({ files: smallSite, ...options });
  return { client, file: await client.open(article, hidden) };
}

describe('the severity of a rule', () => {
  test.each([
    ['off', []],
    ['hint', [4]],
    ['information', [3]],
    ['warning', [2]],
    ['error', [1]],
  ])('can be set to %s', async (severity, severities) => {
    const { file } = await opened({ settings: withRules({ 'hidden-flag': severity }) });
    expect(file.diagnostics.map((problem) => problem.severity)).toEqual(severities);
  });

  test('can be changed while a document is open', async () => {
    const { client, file } = await opened({});
    await client.changeSettings(withRules({ 'hidden-flag': 'off' }));
    expect(file.diagnostics).toEqual([]);
    await client.changeSettings(withRules({ 'hidden-flag': 'hint' }));
    expect(file.diagnostics).toMatchObject([{ severity: 4 }]);
    await client.changeSettings({});
    expect(file.diagnostics).toMatchObject([{ severity: 1 }]);
  });

  test('decides over quick fixes as well', async () => {
    const { client, file } = await opened({});
    expect(await file.codeActions(file.rangeOf('"false"'))).toHaveLength(2);
    await client.changeSettings(withRules({ 'hidden-flag': 'off' }));
    expect(await file.codeActions(file.rangeOf('"false"'))).toEqual([]);
  });

  test.each([
    ['another word', withRules({ 'hidden-flag': 'loud' })],
    ['a number', withRules({ 'hidden-flag': 3 })],
    ['null', withRules({ 'hidden-flag': null })],
    ['a rule that does not exist', withRules({ 'no-such-rule': 'off' })],
    ['rules that are a list', withRules(['hidden-flag'])],
    ['rules that are a word', withRules('off')],
    ['no settings at all', null],
    ['settings that are a word', 'off'],
  ])('stays as it is for %s', async (_name, settings) => {
    const { file } = await opened({ settings });
    expect(file.diagnostics).toMatchObject([{ severity: 1 }]);
  });

  test('is taken from what an editor sends that cannot be asked', async () => {
    const { client, file } = await opened({ initialize: { capabilities: {} } });
    client.notify('workspace/didChangeConfiguration', {
      settings: { kirbyAuthor: withRules({ 'hidden-flag': 'off' }) },
    });
    await client.settled();
    expect(file.diagnostics).toEqual([]);
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.settled();
    expect(file.diagnostics).toMatchObject([{ severity: 1 }]);
  });
});

describe('the content folder', () => {
  const files = {
    'docs/pages/site.md': '',
    'docs/pages/1_article/article.txt': '',
    'docs/site/blueprints/pages/article.yml': smallSite['site/blueprints/pages/article.yml'],
  };
  const path = 'docs/pages/1_article/article.txt';

  test('can be named, while documents are open, and be forgotten again', async () => {
    const client = await startClient({ files });
    const file = await client.open(path, content({ Cover: '- absent.jpg' }));
    expect(file.codes).toEqual([]);
    await client.changeSettings({ contentFolder: 'docs/pages' });
    expect(file.codes).toEqual(['missing-file']);
    await client.changeSettings({});
    expect(file.codes).toEqual([]);
  });

  test('is not taken from anything but text', async () => {
    const client = await startClient({ files, settings: { contentFolder: 7 } });
    const file = await client.open(path, content({ Cover: '- absent.jpg' }));
    expect(file.codes).toEqual([]);
    expect(client.logged).toEqual([]);
  });
});
