import { describe, expect, test } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { openSite } from '../../server/src/site/open-site.ts';
import { scannerOf } from '../../server/src/site/scan.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { defaultRoots } from '../../server/src/site/site-roots.ts';
import { MemoryFileSystem } from '../support/memory-file-system.ts';
import { fileStatus, files } from './blog-site.ts';

const roots = defaultRoots(sitePath('content'), sitePath('site'));

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
