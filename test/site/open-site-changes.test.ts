import { describe, expect, test } from 'vitest';
import { type LiveSite, openSite } from '../../server/src/site/open-site.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { defaultRoots } from '../../server/src/site/site-roots.ts';
import { MemoryFileSystem } from '../support/memory-file-system.ts';
import { liveSiteFrom } from '../support/site.ts';
import { fileStatus, files, paths } from './blog-site.ts';

const roots = defaultRoots(sitePath('content'), sitePath('site'));

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
