import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { openSite } from '../../server/src/site/open-site.ts';
import type { Model, Site } from '../../server/src/site/site.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { defaultRoots } from '../../server/src/site/site-roots.ts';
import { MemoryFileSystem } from '../support/memory-file-system.ts';
import { siteFrom } from '../support/site.ts';

const roots = defaultRoots(sitePath('content'), sitePath('site'));

const folder = fc.constantFrom('1_a', 'b', '2_b', '_drafts', '_changes', 'B', 'a.b', '_x', 'c d');
const file = fc.constantFrom(
  'a.txt',
  'b.txt',
  'a.de.txt',
  'x.jpg',
  'x.jpg.txt',
  'x.jpg.de.txt',
  'y.pdf.txt',
  'site.txt',
  'page.html',
  'X.JPG',
);
const text = fc.constantFrom(
  '',
  'Title: One',
  'Title: Two\n----\nUuid: one',
  'Uuid: two',
  'Uuid: one\n----\nSlug: eins',
  '----\n:\n__proto__: x',
  'Kind: new',
  'Kind: old\n----\nTitle: One',
);
const path = fc
  .tuple(fc.array(folder, { maxLength: 3 }), file)
  .map(([folders, name]) => ['content', ...folders, name].join('/'));
const reference = fc.oneof(
  fc.constantFrom(
    'file://one',
    'page://one',
    '@two',
    'x.jpg',
    'X.jpg',
    'a/x.jpg',
    'a/b',
    '/b/',
    './x.jpg',
    'eins',
    '',
    '/',
    '.',
    '//',
    'page://one/x.jpg',
  ),
  fc.string({ maxLength: 8 }),
);

/** Everything that a site says, as plain data. */
function told(site: Site): unknown {
  const pages = [...site.pages()].map((page) => ({
    ...page,
    files: [...page.files.values()],
  }));
  const references = ['file://one', 'file://two', 'x.jpg', 'a/x.jpg', '2_b/x.jpg', 'b/b/x.jpg'];
  return {
    pages,
    site: [...(site.folder(roots.content)?.files.values() ?? [])],
    names: site.fieldNamesOf('a'),
    values: ['kind', 'title'].map((name) =>
      [...site.valuesOf('a', name)].sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    named: ['kind', 'slug', 'missing'].map((name) => site.hasField(name)),
    children: pages.map(({ folder }) => {
      const owner = site.folder(folder);
      return owner && [...site.children(owner, 'published'), ...site.children(owner, 'drafts')];
    }),
    value: pages.map(({ folder }) => {
      const owner = site.folder(folder);
      return owner && site.valueOf(owner, 'kind');
    }),
    found: references.map((name) => {
      const found = site.resolveFile(name, { kind: 'site' });
      return found.status === 'found' ? found.file.id : found.status;
    }),
    page: ['page://one', 'page://two', 'a', 'b/b'].map((name) => {
      const found = site.resolvePage(name, { kind: 'site' });
      return found.status === 'found' ? found.page.folder : found.status;
    }),
    media: site.media,
  };
}

describe('whatever stands in a content', () => {
  test('nothing throws, and every published page is found by its id', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(path, text, { maxKeys: 12 }),
        reference,
        async (files, name) => {
          const site = await siteFrom(files);
          const models: Model[] = [{ kind: 'site' }, { kind: 'user', id: 'x' }];
          for (const page of site.pages()) {
            models.push({ kind: 'page', page });
            for (const entry of page.files.values()) models.push({ kind: 'file', file: entry });
            // Dots are cut from ids, and of a draft and a page with one id the page is found.
            const isPublished = !page.folder.includes('/_drafts/') && !page.id.includes('.');
            if (isPublished) expect(site.page(page.id)?.folder).toBe(page.folder);
          }
          for (const from of models) {
            const found = [site.resolveFile(name, from), site.resolvePage(name, from)];
            for (const one of found)
              expect(one.status === 'missing' ? one.near.length : 0).toBeLessThan(6);
          }
          for (const known of Object.keys(files)) site.contentFile(sitePath(known));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('following its changes ends where reading it anew begins', async () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant('write' as const), path, text }),
      fc.record({ kind: fc.constant('remove' as const), path, text }),
      fc.record({
        kind: fc.constant('remove' as const),
        path: fc.array(folder, { maxLength: 2 }).map((names) => ['content', ...names].join('/')),
        text,
      }),
    );
    const batches = fc.array(fc.array(change, { maxLength: 5 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(path, text, { maxKeys: 8 }),
        batches,
        async (files, changes) => {
          const disk = new MemoryFileSystem(files);
          const live = openSite(disk, roots);
          await live.ready;
          for (const batch of changes) {
            for (const one of batch) {
              if (one.kind === 'write') disk.write(one.path, one.text);
              else disk.remove(one.path);
            }
            await live.changed(batch.map((one) => sitePath(one.path)));
          }
          const fresh = openSite(disk, roots);
          await fresh.ready;
          expect(told(live.site)).toEqual(told(fresh.site));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('an open document counts as much as a saved one, and leaves nothing behind', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(path, text, { minKeys: 1, maxKeys: 8 }),
        text,
        async (files, typed) => {
          const [open = ''] = Object.keys(files);
          const live = openSite(new MemoryFileSystem(files), roots);
          await live.ready;
          const before = told(live.site);
          live.setOverlay(sitePath(open), parseContent(typed));
          expect(told(live.site)).toEqual(
            told(await siteFrom(open.endsWith('.txt') ? { ...files, [open]: typed } : files)),
          );
          live.setOverlay(sitePath(open), undefined);
          expect(told(live.site)).toEqual(before);
        },
      ),
      { numRuns: 50 },
    );
  });
});
