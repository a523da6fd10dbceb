import { describe, expect, test } from 'vitest';
import { duplicate, type DuplicateResult } from '../../server/src/protocol/index.ts';
import { startClient, uriOf } from '../support/client.ts';
import { content } from './small-site.ts';

const files = {
  'site/blueprints/site.yml': '',
  'content/site.txt': 'Title: Site',
  'content/1_post/post.txt': content({
    Title: 'Post',
    Text: '(image: file://ffffffffffffffff) (link: page://bbbbbbbbbbbbbbbb) (link: page://other)',
    Uuid: 'aaaaaaaaaaaaaaaa',
  }),
  'content/1_post/photo.jpg': '',
  'content/1_post/photo.jpg.txt': 'Uuid: ffffffffffffffff',
  'content/1_post/1_part/part.txt':
    'Parent: page://aaaaaaaaaaaaaaaa\n\n----\n\nUuid: bbbbbbbbbbbbbbbb',
  'content/1_post/2_bare/bare.txt': 'Title: Without',
};

const fresh = expect.stringMatching(/^[a-z\d]{16}$/) as string;

async function ask(
  path: string,
  more: Readonly<Record<string, string>> = {},
): Promise<DuplicateResult | null> {
  const client = await startClient({ files: { ...files, ...more } });
  return client.request<DuplicateResult | null>(duplicate, { uri: uriOf(path) });
}

function uuidIn(text: string | undefined): string {
  return /^Uuid: (\w+)$/m.exec(text ?? '')?.[1] ?? '';
}

describe('duplicating a page', () => {
  test('makes a draft whose parts refer to one another', async () => {
    const found = await ask('content/1_post');
    const copy = 'content/_drafts/post-copy';
    expect(found?.copies).toEqual([{ from: uriOf('content/1_post'), to: uriOf(copy) }]);
    expect(found?.shown).toBe(uriOf(`${copy}/post.txt`));
    const texts = new Map(found?.texts.map(({ uri, text }) => [uri, text]));
    expect([...texts.keys()].sort()).toEqual(
      [`${copy}/1_part/part.txt`, `${copy}/photo.jpg.txt`, `${copy}/post.txt`].map(uriOf),
    );
    const post = texts.get(uriOf(`${copy}/post.txt`));
    const part = texts.get(uriOf(`${copy}/1_part/part.txt`));
    const photo = texts.get(uriOf(`${copy}/photo.jpg.txt`));
    const uuids = [post, part, photo].map(uuidIn);
    expect(uuids).toEqual([fresh, fresh, fresh]);
    expect(new Set(uuids).size).toBe(3);
    expect(post).toBe(
      files['content/1_post/post.txt']
        .replace('a'.repeat(16), uuidIn(post))
        .replace('b'.repeat(16), uuidIn(part))
        .replace('f'.repeat(16), uuidIn(photo)),
    );
    expect(part).toBe(
      files['content/1_post/1_part/part.txt']
        .replace('a'.repeat(16), uuidIn(post))
        .replace('b'.repeat(16), uuidIn(part)),
    );
  });

  test('leaves the slugs of its translations to the original, but not those of its parts', async () => {
    const languages = {
      'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
      'site/languages/de.php': "<?php return ['code' => 'de'];",
      'content/site.en.txt': 'Title: Site',
      'content/1_post/post.en.txt': content({ Title: 'Post', Slug: 'x' }),
      'content/1_post/post.de.txt': content({ Title: 'Beitrag', Slug: 'beitrag', Text: 'x' }),
      'content/1_post/1_part/part.de.txt': content({ Title: 'Teil', Slug: 'teil' }),
    };
    for (const config of [
      {},
      { 'site/config/config.php': "<?php return ['content.uuid' => false];" },
    ]) {
      const texts = (await ask('content/1_post', { ...languages, ...config }))?.texts;
      const copy = 'content/_drafts/post-copy';
      const inCopy = texts?.filter(({ uri }) => uri.endsWith('.en.txt') || uri.endsWith('.de.txt'));
      expect(inCopy).toEqual([
        { uri: uriOf(`${copy}/post.de.txt`), text: content({ Title: 'Beitrag', Text: 'x' }) },
      ]);
    }
  });

  test('finds a name that neither a page nor a draft beside it has', async () => {
    const taken = {
      'content/3_post-copy/post.txt': 'Title: A copy',
      'content/_drafts/post-copy-2/post.txt': 'Title: Another one',
    };
    const toPaths = async (path: string): Promise<readonly string[] | undefined> =>
      (await ask(path, taken))?.copies.map(({ to }) => to);
    expect(await toPaths('content/1_post/post.txt')).toEqual([
      uriOf('content/_drafts/post-copy-3'),
    ]);
    expect(await toPaths('content/_drafts/post-copy-2')).toEqual([
      uriOf('content/_drafts/post-copy-3'),
    ]);
    expect(await toPaths('content/1_post/1_part')).toEqual([
      uriOf('content/1_post/_drafts/part-copy'),
    ]);
  });

  test('copies what is typed, and nothing of unsaved changes in the Panel', async () => {
    const client = await startClient({
      files: { ...files, 'content/1_post/_changes/post.txt': 'Uuid: aaaaaaaaaaaaaaaa' },
    });
    const file = await client.open(
      'content/1_post/1_part/part.txt',
      'Title: New\n\n----\n\nUuid: cccc',
    );
    const found = await client.request<DuplicateResult>(duplicate, {
      uri: uriOf('content/1_post'),
    });
    const copied = found.texts.find(({ uri }) => uri.endsWith('part.txt'))?.text;
    expect(copied).toBe(file.text.replace('cccc', uuidIn(copied)));
    expect(found.texts.some(({ uri }) => uri.includes('_changes'))).toBe(false);
  });

  test('changes no text where the site has no UUIDs', async () => {
    const found = await ask('content/1_post', {
      'site/config/config.php': "<?php return ['content' => ['uuid' => false]];",
    });
    expect(found?.texts).toEqual([]);
  });
});

test('duplicating a file copies its metadata in all languages', async () => {
  const found = await ask('content/1_post/photo.en.jpg.txt', {
    'content/1_post/photo.en.jpg': '',
    'content/1_post/photo.en.jpg.txt': 'Alt: A\n\n----\n\nUuid: eeeeeeeeeeeeeeee',
  });
  expect(found).toMatchObject({
    copies: ['', '.txt'].map((end) => ({
      from: uriOf(`content/1_post/photo.en.jpg${end}`),
      to: uriOf(`content/1_post/photo.en-copy.jpg${end}`),
    })),
    shown: uriOf('content/1_post/photo.en-copy.jpg.txt'),
  });
  const [metadata] = found?.texts ?? [];
  expect(metadata?.text).toBe(`Alt: A\n\n----\n\nUuid: ${uuidIn(metadata?.text)}`);
  expect(uuidIn(metadata?.text)).not.toBe('e'.repeat(16));
});

test('what is neither page nor file is not duplicated', async () => {
  expect(await ask('content')).toBeNull();
  expect(await ask('content/site.txt')).toBeNull();
  expect(await ask('site/blueprints/site.yml')).toBeNull();
  expect(await ask('notes.txt')).toBeNull();
});
