import { describe, expect, test } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { openSite } from '../../server/src/site/open-site.ts';
import type { Site } from '../../server/src/site/site.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { defaultRoots } from '../../server/src/site/site-roots.ts';
import { MemoryFileSystem } from '../support/memory-file-system.ts';
import { liveSiteFrom } from '../support/site.ts';
import { fileStatus, files, paths } from './blog-site.ts';

const roots = defaultRoots(sitePath('content'), sitePath('site'));

describe('open documents', () => {
  const blog = sitePath('content/1_blog/blog.txt');
  const photo = sitePath('content/1_blog/photo.jpg.txt');

  test('stand in for their files until they are closed', async () => {
    const { live } = await liveSiteFrom(files);
    live.setOverlay(blog, parseContent('Title: Unsaved\n\n----\n\nUuid: unsavedUnsaved11'));
    live.setOverlay(photo, parseContent('Alt: Unsaved\n\n----\n\nUuid: photoOther'));
    expect(live.site.page('blog')).toMatchObject({ title: 'Unsaved', uuid: 'unsavedUnsaved11' });
    expect(live.site.page('blog')?.files.get('photo.jpg')?.content).toEqual({
      alt: 'Unsaved',
      uuid: 'photoOther',
    });
    expect(fileStatus(live.site, 'photoPhotoPhoto1')).toBe('missing');
    live.setOverlay(blog, undefined);
    live.setOverlay(photo, undefined);
    expect(live.site.page('blog')).toMatchObject({ title: 'Blog', uuid: 'blogBlogBlogBlog' });
    expect(fileStatus(live.site, 'photoPhotoPhoto1')).toBe('found');
  });

  test('win over what happens on disk', async () => {
    const { live, disk } = await liveSiteFrom(files);
    live.setOverlay(blog, parseContent('Title: Unsaved'));
    disk.write(blog, 'Title: From elsewhere');
    await live.changed([blog]);
    expect(live.site.page('blog')?.title).toBe('Unsaved');
    live.setOverlay(blog, undefined);
    expect(live.site.page('blog')?.title).toBe('From elsewhere');
  });

  test('stand in already while the site is being read', async () => {
    const live = openSite(new MemoryFileSystem(files), roots);
    live.setOverlay(blog, parseContent('Title: Unsaved'));
    await live.ready;
    expect(live.site.page('blog')?.title).toBe('Unsaved');
  });

  test('count before the site knows what its content files are called', async () => {
    const live = openSite(
      new MemoryFileSystem({
        'site/config/config.php': "<?php return ['content' => ['extension' => 'md']];",
        'content/1_blog/blog.md': 'Title: Saved',
      }),
      roots,
    );
    live.setOverlay(sitePath('content/1_blog/blog.md'), parseContent('Title: Unsaved'));
    await live.ready;
    expect(live.site.page('blog')?.title).toBe('Unsaved');
  });

  test('make a new revision only when the site reads otherwise', async () => {
    const { live } = await liveSiteFrom(files);
    const text = 'prose '.repeat(50);
    const typed = (title: string, more: string): void => {
      live.setOverlay(
        blog,
        parseContent(
          `Title: ${title}\n\n----\n\nText: ${text}${more}\n\n----\n\nUuid: blogBlogBlogBlog`,
        ),
      );
    };
    typed('Blog', 'a');
    const before = live.site.revision;
    let told = 0;
    live.onChange(() => told++);
    typed('Blog', 'ab');
    expect([live.site.revision, told]).toEqual([before, 0]);
    typed('Blogs', 'ab');
    expect([live.site.revision, told]).toEqual([before + 1, 1]);
  });

  test('that lie elsewhere are nothing to the site', async () => {
    const { live } = await liveSiteFrom(files);
    const before = live.site.revision;
    live.setOverlay(sitePath('notes.txt'), parseContent('Title: x'));
    live.setOverlay(sitePath('site/blueprints/pages/blog.yml'), parseContent('Title: x'));
    expect(live.site.revision).toBe(before);
  });
});

test('a listener that is taken away hears nothing any more', async () => {
  const { live, disk } = await liveSiteFrom(files);
  let told = 0;
  const end = live.onChange(() => told++);
  end();
  disk.write('content/1_blog/blog.txt', 'Title: x');
  await live.changed(paths('content/1_blog/blog.txt'));
  expect(told).toBe(0);
});

test('the field names of a template are those of its pages, the commonest first', async () => {
  const { live } = await liveSiteFrom({
    'content/a/post.txt': 'Title: a\n\n----\n\nMy-field: x',
    'content/b/post.txt': 'Title: b\n\n----\n\nOther: x\n\n----\n\nMy-field: x',
    'content/c/post.txt': 'My-field: x\n\n----\n\nmy-field: y',
    'content/d/other.txt': 'Elsewhere: x',
  });
  expect(live.site.fieldCountsOf('post')).toEqual({
    pages: 3,
    counts: new Map([
      ['My-field', 3],
      ['Title', 2],
      ['Other', 1],
    ]),
  });
  expect(live.site.fieldCountsOf('nothing')).toEqual({ pages: 0, counts: new Map() });
});

describe('the short values of fields', () => {
  const long = 'So it goes on and on, as prose that an author writes for readers does '.repeat(4);
  const sites = {
    'content/site.txt': 'Claim: Ours',
    'content/a/post.txt': `Kind: new\n----\nText: ${long}\n----\nKind: old`,
    'content/b/post.txt': 'Kind: old\n----\nTags: red, green\n----\nTitle: B',
    'content/_drafts/c/post.txt': `Kind: new\n----\nTags: ${'somewhat long, '.repeat(10)}`,
    'content/d/other.txt': 'Kind: none\n----\nCover: - file://abc\n----\nBlocks: []',
  };
  const counted = (site: Site, template: string, name: string): unknown => [
    ...site.valuesOf(template, name),
  ];

  test('are counted by template, the commonest first; of several fields the last counts', async () => {
    const { live } = await liveSiteFrom(sites);
    expect(counted(live.site, 'post', 'kind')).toEqual([
      ['old', 2],
      ['new', 1],
    ]);
    expect(counted(live.site, 'post', 'tags')).toHaveLength(2);
    expect(counted(live.site, 'post', 'title')).toEqual([['B', 1]]);
    for (const [template, name] of [
      ['post', 'text'],
      ['other', 'cover'],
      ['other', 'blocks'],
      ['nothing', 'kind'],
    ] as const) {
      expect(counted(live.site, template, name)).toEqual([]);
    }
  });

  test('are known of one page, and of long ones it is known that they are not', async () => {
    const { live } = await liveSiteFrom(sites);
    const valueOf = (folder: string, name: string): string | undefined => {
      const owner = live.site.folder(sitePath(folder));
      return owner && live.site.valueOf(owner, name);
    };
    expect(valueOf('content', 'claim')).toBe('Ours');
    expect(valueOf('content/a', 'kind')).toBe('old');
    expect(valueOf('content/a', 'text')).toBeUndefined();
    expect(valueOf('content/a', 'missing')).toBe('');
    expect(valueOf('content/b', 'title')).toBe('B');
  });

  test('follow open documents, changes and removals', async () => {
    const { live, disk } = await liveSiteFrom(sites);
    live.setOverlay(sitePath('content/b/post.txt'), parseContent('Kind: open'));
    expect(counted(live.site, 'post', 'kind')).toContainEqual(['open', 1]);
    live.setOverlay(sitePath('content/b/post.txt'), undefined);
    disk.write('content/b/post.txt', 'Kind: changed');
    await live.changed(paths('content/b/post.txt'));
    expect(counted(live.site, 'post', 'kind')).toContainEqual(['changed', 1]);
    disk.remove('content/a');
    await live.changed(paths('content/a'));
    expect(counted(live.site, 'post', 'kind')).toEqual([
      ['changed', 1],
      ['new', 1],
    ]);
  });
});
