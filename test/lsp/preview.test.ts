import { describe, expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver';
import type {
  PreviewFixResult,
  PreviewKeyAtResult,
  PreviewRevealResult,
  PreviewUpdate,
} from '../../server/src/protocol/index.ts';
import { startClient, type TestClient, uriOf } from '../support/client.ts';
import type { OpenFile } from '../support/open-file.ts';
import { article, content, smallSite } from './small-site.ts';

const block = (id: string, text: string): string =>
  `{"content":{"text":"<p>${text}</p>"},"id":"${id}","isHidden":false,"type":"text"}`;

/** A page with a row of two columns, and enough blocks to make it a long one. */
const page = content({
  Title: 'A page',
  Layout: `[{"attrs":{},"columns":[{"blocks":[${block('b1', 'One 😀')},${block('b2', 'Two')}],"id":"c1","width":"1/2"},{"blocks":[${Array.from({ length: 60 }, (_unused, index) => block(`x${index}`, 'Many words. '.repeat(20))).join(',')}],"id":"c2","width":"1/2"}],"id":"r1"}]`,
  Text: 'Some text.',
});

class Previewed {
  readonly client: TestClient;
  readonly file: OpenFile;

  constructor(client: TestClient, file: OpenFile) {
    this.client = client;
    this.file = file;
  }

  async open(id = 'p'): Promise<void> {
    this.client.notify('kirbyAuthor/preview/open', { id, uri: this.file.uri });
    await this.client.settled();
  }

  get last(): PreviewUpdate {
    const update = this.client.updates.at(-1);
    if (update === undefined) throw new Error('There was no update.');
    return update;
  }

  get keys(): readonly string[] {
    return this.last.fragments.map(({ key }) => key);
  }

  ask<Answer>(method: string, params: object = {}): Promise<Answer> {
    return this.client.request(`kirbyAuthor/preview/${method}`, { uri: this.file.uri, ...params });
  }
}

async function previewed(text = page): Promise<Previewed> {
  const client = await startClient({ files: smallSite });
  const preview = new Previewed(client, await client.open(article, text));
  await preview.open();
  return preview;
}

describe('a preview', () => {
  test('gets the whole page when it opens', async () => {
    const { client, last, keys } = await previewed();
    expect(client.updates).toHaveLength(1);
    expect(last).toMatchObject({
      id: 'p',
      uri: uriOf(article),
      version: 1,
      full: true,
      removed: [],
      broken: [],
      baseFolder: 'file:///site',
      title: 'A page',
    });
    expect(last.roots).toContain('layout');
    expect(keys).toContain('layout/r1/c1/b1');
    // Whatever belongs somewhere has a place there.
    const places = last.fragments.flatMap(({ html }) =>
      [...html.matchAll(/<kirby-slot data-key="([^"]*)">/gu)].map(([, key]) => key),
    );
    expect([...places, ...(last.roots ?? [])].sort()).toEqual([...keys].sort());
  });

  test('gets nothing but the changed fragment after a keystroke', async () => {
    const preview = await previewed();
    await preview.file.replace('Two', 'Twos');
    expect(preview.keys).toEqual(['layout/r1/c1/b2']);
    expect(preview.last).toMatchObject({ full: false, version: 2, removed: [] });
    expect(preview.last).not.toHaveProperty('roots');
    expect(JSON.stringify(preview.last).length).toBeLessThan(4_000);
  });

  test('gets nothing when nothing is to be seen of a change', async () => {
    const preview = await previewed();
    await preview.file.replace('"attrs":{}', '"attrs": {}');
    expect(preview.client.updates).toHaveLength(1);
  });

  test('is told what is new, what is gone and the order of what is there', async () => {
    const preview = await previewed();
    await preview.file.replace(block('b2', 'Two'), block('b3', 'Three'));
    expect(preview.keys).toEqual(expect.arrayContaining(['layout/r1/c1/b3', 'layout/r1/c1']));
    expect(preview.last.removed).toEqual(['layout/r1/c1/b2']);
    await preview.file.replace('\n\n----\n\nText: Some text.', '');
    expect(preview.last.removed).toEqual(['text']);
    expect(preview.last.roots).not.toContain('text');
  });

  test('is told of a new title', async () => {
    const preview = await previewed();
    await preview.file.replace('A page', 'Another page');
    expect(preview.last.title).toBe('Another page');
  });

  test('of a burst of changes shows the last one only', async () => {
    const preview = await previewed();
    for (const letter of 'abcdefgh') preview.file.send(['Two', `${letter} Two`]);
    await preview.client.settled();
    expect(preview.client.updates.map(({ version }) => version)).toEqual([1, 9]);
  });
});

describe('a field that cannot be read', () => {
  const break_ = (preview: Previewed): Promise<void> =>
    preview.file.replace('"id":"b2"', '"id":b2"');

  test('keeps its last rendering, and is named', async () => {
    const preview = await previewed();
    await break_(preview);
    expect(preview.last).toMatchObject({ fragments: [], removed: [], full: false });
    expect(preview.last.broken).toMatchObject([{ field: 'layout' }]);
    expect(preview.last.broken[0]?.message).not.toBe('');
  });

  test('does not keep the others from being shown', async () => {
    const preview = await previewed();
    await break_(preview);
    await preview.file.replace('Some text', 'More text');
    expect(preview.keys).toEqual(['text']);
    expect(preview.last.broken).toHaveLength(1);
  });

  test('is repaired by the button, to the very bytes', async () => {
    const preview = await previewed();
    await break_(preview);
    const fix = await preview.ask<PreviewFixResult>('fix');
    expect(fix.version).toBe(preview.file.version);
    expect(fix.title).not.toBe('');
    expect(preview.file.textWith(fix.edits)).toBe(page);
    await preview.file.replace('"id":b2"', '"id":"b2"');
    expect(preview.last).toMatchObject({ fragments: [], removed: [], broken: [] });
    expect(await preview.ask('fix')).toBeNull();
  });

  test('is not repaired by choosing a side of a merge, which would lose the other one', async () => {
    const [, layout = ''] = /^(Layout: .*\n)/mu.exec(page) ?? [];
    const theirs = layout.replace('Two', 'Zwei');
    const merged = page.replace(layout, `<<<<<<< HEAD\n${layout}=======\n${theirs}>>>>>>> x\n`);
    const preview = await previewed(merged);
    const [broken, ...others] = preview.last.broken;
    expect(others).toEqual([]);
    expect(broken?.message).toMatch(/^The JSON of “Layout” cannot be read\. /);
    expect(await preview.ask('fix')).toBeNull();
  });

  test('says so where there is no rendering from before', async () => {
    const preview = await previewed(page.replace('"id":"b2"', '"id":b2"'));
    expect(preview.last.broken).toMatchObject([{ field: 'layout' }]);
    expect(preview.last.full).toBe(true);
    await preview.file.replace('"id":b2"', '"id":"b2"');
    expect(preview.last.broken).toEqual([]);
    expect(preview.keys).toContain('layout/r1/c1/b2');
  });
});

describe('the way between preview and text', () => {
  test('leads from a block to its JSON, and back', async () => {
    const preview = await previewed();
    const { file } = preview;
    const key = 'layout/r1/c1/b2';
    const found = await preview.ask<PreviewRevealResult>('reveal', { key });
    expect(file.textIn(found.range)).toBe(block('b2', 'Two'));
    const position = file.positionOf('Two', 1);
    expect(await preview.ask<PreviewKeyAtResult>('keyAt', { position })).toMatchObject({ key });
  });

  test('leads from a field to its text, and back', async () => {
    const preview = await previewed();
    const found = await preview.ask<PreviewRevealResult>('reveal', { key: 'text' });
    expect(preview.file.textIn(found.range)).toBe('Text: Some text.');
    const position = preview.file.positionOf('Some');
    expect(await preview.ask('keyAt', { position })).toMatchObject({ key: 'text' });
  });

  test('follows the text while it changes', async () => {
    const preview = await previewed();
    await preview.file.replace('A page', 'A page\n\n----\n\nIntro: More');
    const found = await preview.ask<PreviewRevealResult>('reveal', { key: 'layout/r1/c1/b1' });
    expect(preview.file.textIn(found.range)).toBe(block('b1', 'One 😀'));
  });

  test('leads to a part of a block, and says what it is in the structure', async () => {
    const preview = await previewed();
    const key = 'layout/r1/c1/b2';
    const found = await preview.ask<PreviewRevealResult>('reveal', { key, part: 'text' });
    expect(preview.file.textIn(found.range)).toBe('<p>Two</p>');
    expect(found).toMatchObject({
      version: 1,
      place: { field: 1, path: [0, 'columns', 0, 'blocks', 1] },
    });
    const title = await preview.ask<PreviewRevealResult>('reveal', { key: 'title', part: '' });
    expect(preview.file.textIn(title.range)).toBe('A page');
    expect(await preview.ask('reveal', { key, part: 'caption' })).toBeNull();
  });

  test('is up to date right after a change where that is asked for', async () => {
    const preview = await previewed();
    const { file } = preview;
    const [one, two] = [block('b1', 'One 😀'), block('b2', 'Two')];
    const swapped = file.replace(`${one},${two}`, `${two},${one}`);
    const position = file.positionOf('One');
    const answer = preview.ask<PreviewKeyAtResult>('keyAt', { position, isFresh: true });
    expect(await answer).toMatchObject({ key: 'layout/r1/c1/b1' });
    await swapped;
  });

  test('leads nowhere from what is not there', async () => {
    const preview = await previewed();
    expect(await preview.ask('reveal', { key: 'layout/r1/c1/none' })).toBeNull();
    expect(await preview.ask('reveal', { key: 'text', uri: uriOf('none.txt') })).toBeNull();
    expect(await preview.ask('keyAt', { position: preview.file.positionOf('----') })).toBeNull();
    expect(await preview.ask('fix', { uri: uriOf('none.txt') })).toBeNull();
  });
});

describe('the life of a preview', () => {
  test('ends when it is closed', async () => {
    const preview = await previewed();
    preview.client.notify('kirbyAuthor/preview/close', { id: 'p' });
    await preview.file.replace('Two', 'Three');
    expect(preview.client.updates).toHaveLength(1);
    expect(await preview.ask('reveal', { key: 'text' })).toBeNull();
  });

  test('begins anew when it is opened once more', async () => {
    const preview = await previewed();
    await preview.open();
    expect(preview.client.updates.map(({ full }) => full)).toEqual([true, true]);
    expect(preview.client.updates[1]?.fragments).toEqual(preview.client.updates[0]?.fragments);
  });

  test('is its own: two of one document are told each', async () => {
    const preview = await previewed();
    await preview.open('q');
    await preview.file.replace('Two', 'Three');
    expect(preview.client.updates.map(({ id, full }) => `${id} ${String(full)}`)).toEqual([
      'p true',
      'q true',
      'p false',
      'q false',
    ]);
    preview.client.notify('kirbyAuthor/preview/close', { id: 'p' });
    expect(await preview.ask('reveal', { key: 'text' })).not.toBeNull();
  });

  test('waits for its document, and survives that it is closed', async () => {
    const client = await startClient({ files: smallSite });
    client.notify('kirbyAuthor/preview/open', { id: 'p', uri: uriOf(article) });
    await client.settled();
    expect(client.updates).toEqual([]);
    const file = await client.open(article, page);
    expect(client.updates).toMatchObject([{ full: true }]);
    await file.close();
    await client.open(article, page.replace('Two', 'Three'));
    expect(client.updates.at(-1)?.fragments.map(({ key }) => key)).toEqual(['layout/r1/c1/b2']);
  });

  test('of an unknown id ends without a word', async () => {
    const client = await startClient();
    client.notify('kirbyAuthor/preview/close', { id: 'none' });
    await client.settled();
    expect(client.logged).toEqual([]);
  });
});

test('a change of the site is shown at once', async () => {
  const preview = await previewed(content({ Title: 'a', Text: '(image: cover.jpg)', More: 'b' }));
  preview.client.disk.write('site/content/1_article/cover.jpg', '');
  await preview.client.filesChanged({ 'content/1_article/cover.jpg': FileChangeType.Created });
  expect(preview.keys).toEqual(['text']);
  expect(preview.last.fragments[0]?.html).toContain('content/1_article/cover.jpg');
  expect(preview.last).toMatchObject({ full: false, version: 1 });
});

test('a loose file has a preview as well', async () => {
  const client = await startClient();
  const file = await client.open('loose.txt', content({ Title: 'Loose', Text: 'a' }));
  client.notify('kirbyAuthor/preview/open', { id: 'p', uri: file.uri });
  await client.settled();
  expect(client.updates).toMatchObject([{ title: 'Loose', baseFolder: '', full: true }]);
});
