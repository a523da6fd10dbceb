import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { RuleContext } from '../../server/src/rules/rule.ts';
import { uriOf } from '../support/client.ts';
import { article, hidden, smallSite } from './small-site.ts';

/** While this is set, whatever tells the outline of a document throws it. */
const broken: { error: unknown } = { error: undefined };

vi.mock(import('../../server/src/features/symbols.ts'), async (original) => {
  const actual = await original();
  return {
    ...actual,
    documentSymbols: (context: RuleContext) => {
      if (broken.error !== undefined) throw broken.error as Error;
      return actual.documentSymbols(context);
    },
  };
});

// Test files share their modules, and the server is loaded already where another one has needed it.
let startClient: (typeof import('../support/client.ts'))['startClient'];
beforeAll(async () => {
  vi.resetModules();
  ({ startClient } = await import('../support/client.ts'));
});
afterAll(() => {
  vi.resetModules();
});

afterEach(() => {
  broken.error = undefined;
});

describe('a handler that throws', () => {
  test.each([
    ['an error', new Error('It was me.'), 'It was me.'],
    ['anything else', 'a mere text', 'a mere text'],
  ])('%s is logged by name, and answered for', async (_name, error, said) => {
    const client = await startClient({ files: smallSite });
    const file = await client.open(article, hidden);
    broken.error = error;
    expect(await file.ask('textDocument/documentSymbol')).toEqual([]);
    await client.settled();
    expect(client.logged.join()).toContain('document symbols failed');
    expect(client.logged.join()).toContain(said);
    broken.error = undefined;
    expect(await file.ask('textDocument/documentSymbol')).toHaveLength(1);
    expect(file.codes).toEqual(['hidden-flag']);
  });
});

test('what an editor should not have asked is answered all the same', async () => {
  const client = await startClient({ files: smallSite });
  const file = await client.open(article, hidden);
  const far = { line: 9_999, character: 9_999 };
  const textDocument = { uri: file.uri };
  for (const method of ['hover', 'definition']) {
    expect(
      await client.request(`textDocument/${method}`, { textDocument, position: far }),
    ).toBeNull();
  }
  expect(await file.codeActions({ start: far, end: far })).toEqual([]);
  expect(await client.request('kirbyAuthor/recognise', { uris: ['', ':', 'file:', '%'] })).toEqual({
    content: [false, false, false, false],
  });
  expect(
    await client.request('textDocument/hover', {
      textDocument: { uri: uriOf('not-open.txt') },
      position: far,
    }),
  ).toBeNull();
  expect(client.logged).toEqual([]);
});
