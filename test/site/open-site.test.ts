import { describe, expect, test } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { type LiveSite, openSite } from '../../server/src/site/open-site.ts';
import { scannerOf } from '../../server/src/site/scan.ts';
import type { Site } from '../../server/src/site/site.ts';
import { sitePath, type SitePath } from '../../server/src/site/site-path.ts';
import { defaultRoots } from '../../server/src/site/site-roots.ts';
import { MemoryFileSystem } from '../support/memory-file-system.ts';
import { liveSiteFrom } from '../support/site.ts';

const roots = defaultRoots(sitePath('content'), sitePath('site'));

const files = {
  'content/site.txt': 'Title: Site',
  'content/1_blog/blog.txt': 'Title: Blog\n\n----\n\nUuid: blogBlogBlogBlog',
  'content/1_blog/photo.jpg': '',
  'content/1_blog/photo.jpg.txt': 'Alt: A photo\n\n----\n\nUuid: photoPhotoPhoto1',
  'content/1_blog/2_post/post.txt': 'Title: Post',
  'site/blueprints/pages/blog.yml': 'title: Blog\nfields:\n  text:\n    type: textarea\n',
};

function paths(...names: readonly string[]): readonly SitePath[] {
  return names.map((name) => sitePath(name));
}

function fileStatus(site: Site, uuid: string): string {
  return site.resolveFile(`file://${uuid}`, { kind: 'site' }).status;
}

describe('opening', () => {
  test('nothing is missing before everything has been read', async () => {
    const live = openSite(new MemoryFileSystem(files), roots);
    expect(live.site.state).toBe('loading');
    expect(fileStatus(live.site, 'photoPhotoPhoto1')).toBe('unknown');
    expect(live.site.resolvePage('nothing', { kind: 'site' }).status).toBe('unknown');
    await live.ready;
    expect(live.site.state).toBe('ready');
    expect(fileStatus(live.site, 'photoPhotoPhoto1')).toBe('found');
    expect(fileStatus(live.site, 'other')).toBe('missing');
  });

  test('the folder that an author looks at is read first', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 600 }, (_, index) => [`content/${index}_p/p.txt`, 'Title: p']),
    );
    const live = openSite(new MemoryFileSystem({ ...many, ...files }), roots, {
      first: sitePath('content/1_blog/blog.txt'),
    });
    const known: (readonly [string | undefined, string | undefined])[] = [];
    live.onChange(() => {
      known.push([
        live.site.folder(sitePath('content/1_blog'))?.title,
        live.site.folder(sitePath('content/599_p'))?.title,
      ]);
    });
    await live.ready;
    expect(known.find(([blog]) => blog !== undefined)).toEqual(['Blog', undefined]);
    expect(known.at(-1)).toEqual(['Blog', 'p']);
  });

  test('a UUID that no file has is missing before the folders are known', async () => {
    const disk = new MemoryFileSystem(files);
    const reader = scannerOf(disk);
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const live = openSite(disk, roots, {
      scanner: {
        async scan(request, take) {
          if (request.tellsFileUuids === true) {
            take({ folders: [], parts: [], gone: [], fileUuids: 'photoPhotoPhoto1\nother' });
            await gate;
          }
          await reader.scan(request, take);
        },
      },
    });
    const { site } = live;
    const told = new Promise<void>((resolve) => {
      live.onChange(() => {
        if (site.knowsFileUuids) resolve();
      });
    });
    const open = parseContent('Alt: x\n\n----\n\nUuid: openOpenOpenOpen');
    live.setOverlay(sitePath('content/1_blog/other.jpg.txt'), open);
    expect(site.knowsFileUuids).toBe(false);
    await told;
    expect(site.state).toBe('loading');
    expect(
      ['photoPhotoPhoto1', 'openOpenOpenOpen', 'noneNoneNoneNone'].map((uuid) =>
        fileStatus(site, uuid),
      ),
    ).toEqual(['unknown', 'unknown', 'missing']);
    expect(site.resolveFile('photo.jpg', { kind: 'site' }).status).toBe('unknown');
    expect(site.resolvePage('page://noneNoneNoneNone', { kind: 'site' }).status).toBe('unknown');
    go();
    await live.ready;
    expect(site.knowsFileUuids).toBe(true);
    expect(fileStatus(site, 'photoPhotoPhoto1')).toBe('found');
    // Some that are none may be among those told.
    expect(fileStatus(site, 'other')).toBe('missing');
  });

  test('without UUIDs in a site such a mention is a path like any other', async () => {
    const disk = new MemoryFileSystem({
      ...files,
      'site/config/config.php': "<?php return ['content' => ['uuid' => false]];",
    });
    const reader = scannerOf(disk);
    const statuses: string[] = [];
    const live = openSite(disk, roots, {
      scanner: {
        async scan(request, take) {
          if (request.tellsFileUuids === true) {
            take({ folders: [], parts: [], gone: [], fileUuids: 'other' });
            statuses.push(fileStatus(live.site, 'photoPhotoPhoto1'));
          }
          await reader.scan(request, take);
        },
      },
    });
    await live.ready;
    expect([...statuses, fileStatus(live.site, 'photoPhotoPhoto1')]).toEqual([
      'unknown',
      'missing',
    ]);
  });

  test('a site without anything is a site', async () => {
    const live = openSite(new MemoryFileSystem({}), roots);
    await live.ready;
    expect([...live.site.pages()]).toEqual([]);
    expect(live.site.folder(sitePath('content'))).toBeUndefined();
    expect(fileStatus(live.site, 'x')).toBe('missing');
  });

  test('a scanner that dies is replaced', async () => {
    const live = openSite(new MemoryFileSystem(files), roots, {
      scanner: { scan: () => Promise.reject(new Error('dead')) },
    });
    await live.ready;
    expect(live.site.page('blog/post')?.title).toBe('Post');
  });
});

describe('changes on disk', () => {
  test('a file that appears or vanishes', async () => {
    const { live, disk } = await liveSiteFrom(files);
    disk.write('content/1_blog/2_post/new.png', '');
    disk.write('content/1_blog/2_post/new.png.txt', 'Uuid: newNewNewNewNew1');
    await live.changed(paths('content/1_blog/2_post/new.png', 'content/1_blog/2_post/new.png.txt'));
    expect(fileStatus(live.site, 'newNewNewNewNew1')).toBe('found');
    disk.remove('content/1_blog/2_post/new.png');
    await live.changed(paths('content/1_blog/2_post/new.png'));
    expect(fileStatus(live.site, 'newNewNewNewNew1')).toBe('metadata-only');
    disk.remove('content/1_blog/2_post/new.png.txt');
    await live.changed(paths('content/1_blog/2_post/new.png.txt'));
    expect(fileStatus(live.site, 'newNewNewNewNew1')).toBe('missing');
  });

  test('a file that says something else', async () => {
    const { live, disk } = await liveSiteFrom(files);
    disk.write('content/1_blog/blog.txt', 'Title: Journal');
    await live.changed(paths('content/1_blog/blog.txt'));
    expect(live.site.page('blog')).toMatchObject({ title: 'Journal', uuid: undefined });
  });

  test('a folder that is renamed, of which only the top is told', async () => {
    const { live, disk } = await liveSiteFrom(files);
    for (const [path, text] of Object.entries(files)) {
      if (path.startsWith('content/1_blog/')) disk.write(path.replace('1_blog', '3_news'), text);
    }
    disk.remove('content/1_blog');
    await live.changed(paths('content/1_blog', 'content/3_news'));
    expect([...live.site.pages()].map(({ id, title }) => [id, title])).toEqual([
      ['news', 'Blog'],
      ['news/post', 'Post'],
    ]);
    expect(live.site.resolveFile('file://photoPhotoPhoto1', { kind: 'site' })).toMatchObject({
      file: { id: 'news/photo.jpg' },
    });
  });

  test('a folder in the place of another one, of which only the top is told', async () => {
    const { live, disk } = await liveSiteFrom(files);
    disk.write('content/1_blog/blog.txt', 'Title: Another blog');
    disk.write('content/1_blog/2_post/post.txt', 'Title: Another post');
    await live.changed(paths('content/1_blog'));
    expect(live.site.page('blog')?.title).toBe('Another blog');
    expect(live.site.page('blog/post')?.title).toBe('Another post');
  });

  test('files that nobody told of, beside one that was', async () => {
    const { live, disk } = await liveSiteFrom(files);
    disk.write('content/1_blog/9_late/post.txt', 'Title: Late');
    disk.write('content/1_blog/late.pdf.txt', 'Uuid: lateLateLateLate');
    disk.write('content/1_blog/late.pdf', '');
    await live.changed(paths('content/1_blog/photo.jpg'));
    expect(live.site.page('blog/late')?.title).toBe('Late');
    expect(fileStatus(live.site, 'lateLateLateLate')).toBe('found');
  });

  test('a whole content that comes and goes', async () => {
    const { live, disk } = await liveSiteFrom({ 'site/blueprints/site.yml': '' });
    for (const [path, text] of Object.entries(files)) disk.write(path, text);
    await live.changed(paths('content'));
    expect(live.site.page('blog/post')?.title).toBe('Post');
    disk.remove('content');
    await live.changed(paths('content'));
    expect([...live.site.pages()]).toEqual([]);
  });

  test('three thousand at once are one revision, and told once', async () => {
    const { live, disk } = await liveSiteFrom(files);
    const before = live.site.revision;
    const changed: string[] = [];
    for (let index = 0; index < 3000; index++) {
      changed.push(`content/1_blog/${index}_p/post.txt`);
      disk.write(`content/1_blog/${index}_p/post.txt`, `Title: Page ${index}`);
    }
    let told = 0;
    live.onChange(() => told++);
    await live.changed(paths(...changed));
    expect(live.site.revision).toBe(before + 1);
    expect(told).toBe(1);
    expect(live.site.page('blog/p')?.title).toBe('Page 2999');
  });

  test('what changes nothing is no revision', async () => {
    const { live } = await liveSiteFrom(files);
    const before = live.site.revision;
    let told = 0;
    live.onChange(() => told++);
    await live.changed(
      paths(
        'content/1_blog/blog.txt',
        'README.md',
        'content/.git/index',
        'content/1_blog/_changes/blog.txt',
      ),
    );
    expect(live.site.revision).toBe(before);
    expect(told).toBe(0);
  });

  test('blueprints, languages and options', async () => {
    const { live, disk } = await liveSiteFrom(files);
    expect(live.site.blueprints.blueprint('pages/blog')?.fields.has('intro')).toBe(false);
    disk.write('site/blueprints/pages/blog.yml', 'fields:\n  intro:\n    type: text\n');
    await live.changed(paths('site/blueprints/pages/blog.yml'));
    expect(live.site.blueprints.blueprint('pages/blog')?.fields.has('intro')).toBe(true);

    disk.write('site/languages/de.php', "<?php return ['code' => 'de', 'default' => true];");
    disk.write('content/1_blog/2_post/post.de.txt', 'Title: Eintrag');
    await live.changed(paths('site/languages/de.php', 'content/1_blog/2_post/post.de.txt'));
    expect(live.site.options.languages).toEqual(['de']);
    expect(live.site.page('blog/post')?.title).toBe('Eintrag');

    disk.remove('site');
    await live.changed(paths('site'));
    expect(live.site.options.languages).toEqual([]);
    // Without languages `post.de` is a template of its own, and the last in the folder.
    expect(live.site.page('blog/post')?.template).toBe('post.de');
  });

  test('another extension of the content', async () => {
    const { live, disk } = await liveSiteFrom(files);
    disk.write('site/config/config.php', "<?php return ['content' => ['extension' => 'md']];");
    disk.write('content/1_blog/blog.md', 'Title: Markdown');
    await live.changed(paths('site/config/config.php'));
    expect(live.site.page('blog')).toMatchObject({ title: 'Markdown', template: 'blog' });
    expect(live.site.page('blog')?.files.has('blog.txt')).toBe(true);
  });

  test('changes that come while it is being read are not lost', async () => {
    const disk = new MemoryFileSystem(files);
    const live = openSite(disk, roots);
    disk.write('content/1_blog/blog.txt', 'Title: Newer');
    await live.changed(paths('content/1_blog/blog.txt'));
    expect(live.site.state).toBe('ready');
    expect(live.site.page('blog')?.title).toBe('Newer');
  });
});

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

describe('on a disk that takes letters of either case for the same', () => {
  async function opened(first?: string): Promise<{ live: LiveSite; disk: MemoryFileSystem }> {
    const disk = new MemoryFileSystem(
      {
        'content/site.txt': 'Title: Site',
        'content/1_post/post.txt': 'Uuid: a',
        'content/1_post/part/part.txt': 'Uuid: b',
      },
      { foldsCase: true },
    );
    const live = openSite(disk, roots, first === undefined ? {} : { first: sitePath(first) });
    await live.ready;
    return { live, disk };
  }

  test.each([
    ['content/1_post', 'content/1_Post'],
    ['content/1_Post', 'content/1_post'],
  ])('a folder has one spelling when it gets another one', async (...told) => {
    const { live, disk } = await opened();
    disk.remove('content/1_post');
    disk.write('content/1_Post/post.txt', 'Uuid: a');
    disk.write('content/1_Post/part/part.txt', 'Uuid: b');
    await live.changed(told.map((path) => sitePath(path)));
    expect([...live.site.contentFiles()]).toEqual([
      'content/site.txt',
      'content/1_Post/post.txt',
      'content/1_Post/part/part.txt',
    ]);
  });

  test('and when it is opened under another one', async () => {
    const { live } = await opened('content/1_POST/post.txt');
    expect([...live.site.contentFiles()].sort()).toEqual([
      'content/1_post/part/part.txt',
      'content/1_post/post.txt',
      'content/site.txt',
    ]);
  });
});
