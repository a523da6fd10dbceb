import { describe, expect, test } from 'vitest';
import { startClient } from '../support/client.ts';
import { article, content, hidden, smallSite, twins } from './small-site.ts';

describe('diagnostics', () => {
  test('are published with the version they belong to', async () => {
    const client = await startClient({ files: smallSite });
    const file = await client.open(article, hidden);
    await file.replace('"false"', '"no"');
    expect(client.publishedFor(article)).toMatchObject([
      { version: 1, diagnostics: [{ code: 'hidden-flag', severity: 1, source: 'Kirby' }] },
      { version: 2, diagnostics: [{ code: 'hidden-flag' }] },
    ]);
    expect(file.diagnostics.map(({ range }) => file.textIn(range))).toEqual(['"no"']);
  });

  test('link to the page of their rule', async () => {
    const client = await startClient({ files: smallSite });
    const file = await client.open(article, hidden);
    expect(file.diagnostics[0]?.codeDescription?.href).toBe(
      'https://example.org/rules/hidden-flag',
    );
  });

  test('leave the page to a client that knows it', async () => {
    const client = await startClient({
      files: smallSite,
      initialize: { initializationOptions: { linksRules: true } },
    });
    const file = await client.open(article, hidden);
    expect(file.diagnostics[0]).toMatchObject({ code: 'hidden-flag' });
    expect(file.diagnostics[0]).not.toHaveProperty('codeDescription');
  });

  test('name the other place where there is one', async () => {
    const client = await startClient({ files: smallSite });
    const file = await client.open(article, twins);
    const [related, ...others] = file.diagnostics[0]?.relatedInformation ?? [];
    expect(others).toEqual([]);
    expect(related?.location.uri).toBe(file.uri);
    expect(related?.location.range).toEqual(file.rangeOf('"a"'));
  });

  test('say that there is nothing, once', async () => {
    const client = await startClient({ files: smallSite });
    const file = await client.open(article, 'Title: a');
    await file.replace('a', 'b');
    expect(client.publishedFor(article)).toMatchObject([{ version: 1, diagnostics: [] }]);
  });

  test('are not sent again while they stay the same', async () => {
    const client = await startClient({ files: smallSite });
    const file = await client.open(article, `${hidden}\n\n----\n\nText: a`);
    await file.replace('Text: a', 'Text: ab');
    expect(client.publishedFor(article)).toHaveLength(1);
    await file.replace('Blocks', 'More-Blocks');
    expect(client.publishedFor(article)).toHaveLength(2);
  });

  test('are cleared when the document is closed, and come back with it', async () => {
    const client = await startClient({ files: smallSite });
    const file = await client.open(article, hidden);
    await file.close();
    expect(client.diagnosticsOf(article)).toEqual([]);
    await client.open(article, hidden);
    expect(client.diagnosticsOf(article)).toMatchObject([{ code: 'hidden-flag' }]);
  });

  test('of a document that is closed at once are not published late', async () => {
    const client = await startClient({ files: smallSite });
    const file = await client.open(article, hidden);
    file.send(['"false"', '"no"']);
    await file.close();
    expect(client.publishedFor(article).map(({ diagnostics }) => diagnostics.length)).toEqual([
      1, 0,
    ]);
  });

  test('of a document that was opened before the site was known include what the site says', async () => {
    const client = await startClient({
      files: smallSite,
      initialize: { workspaceFolders: [], rootUri: null },
    });
    const file = await client.open(article, 'Cover: - absent.jpg');
    expect(file.codes).toEqual([]);
    client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'file:///site', name: 'site' }], removed: [] },
    });
    await client.settled();
    expect(file.codes).toEqual(['missing-file']);
  });
});

describe('a burst of changes', () => {
  const letters = Array.from('abcdefghijklmnopqrst');

  test('is answered once, with the newest version', async () => {
    const client = await startClient({ files: smallSite });
    const file = await client.open(article, content({ Text: '.', Blocks: '[]' }));
    for (const letter of letters)
      file.send(['.', `${letter}.`], ['[', `[{"type":"line","isHidden":"no"},`]);
    await client.settled();
    const said = client.publishedFor(article);
    expect(said.map(({ version }) => version)).toEqual([1, 1 + letters.length]);
  });

  test('lets the requests that wait go first', async () => {
    const client = await startClient({ files: smallSite });
    const file = await client.open(article, content({ Text: '.', Blocks: '[]' }));
    const order: string[] = [];
    client.connection.onNotification('textDocument/publishDiagnostics', () => {
      order.push('diagnostics');
    });
    const asked = letters.map(async (letter) => {
      file.send(['[', `[{"type":"line","isHidden":"no"},`]);
      await file.askAt('textDocument/hover', 'Text');
      order.push(letter);
    });
    await Promise.all(asked);
    await client.settled();
    expect(order).toEqual([...letters, 'diagnostics']);
  });
});

describe('incremental changes', () => {
  test.each([
    ['line feeds', '\n'],
    ['carriage returns and line feeds', '\r\n'],
  ])('keep ranges right over %s', async (_name, eol) => {
    const client = await startClient({ files: smallSite });
    const text = [
      'Title: 😀 é',
      '',
      '----',
      '',
      'Text:',
      '',
      'a 😀 b',
      '',
      '----',
      '',
      hidden,
    ].join(eol);
    const file = await client.open(article, text);
    file.send(['a 😀', `a 😀😀${eol}${eol}é`], ['Title: 😀', 'Title: 👩‍🚀']);
    file.send(['{"type"', '{"id":"😀","type"'], [' b', `${eol} b`]);
    await client.settled();
    expect(client.publishedFor(article).map(({ version }) => version)).toEqual([1, 3]);
    const [problem] = file.diagnostics;
    expect(problem?.code).toBe('hidden-flag');
    expect(problem?.range).toEqual(file.rangeOf('"false"'));
  });

  test('replace the whole text when they name no range', async () => {
    const client = await startClient({ files: smallSite });
    const file = await client.open(article, 'Title: a');
    client.notify('textDocument/didChange', {
      textDocument: { uri: file.uri, version: 2 },
      contentChanges: [{ text: hidden }],
    });
    await client.settled();
    expect(file.codes).toEqual(['hidden-flag']);
  });
});
