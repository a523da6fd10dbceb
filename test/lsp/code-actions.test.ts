import { describe, expect, test } from 'vitest';
import { actionNamed, startClient } from '../support/client.ts';
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
    [['refactor'], 0],
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
