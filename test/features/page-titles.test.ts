import { expect, test } from 'vitest';
import { pagesWith, preparePages } from '../../server/src/features/page-titles.ts';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { fold } from '../../server/src/kirby/text/fold.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import type { PageEntry, Site } from '../../server/src/site/site.ts';
import { liveSiteFrom } from '../support/site.ts';

const PAGES = 40;
const files = Object.fromEntries(
  Array.from({ length: PAGES }, (_, page) => [folderOf(page) + '/a.txt', `Title: Été ${page}`]),
);

function folderOf(page: number): string {
  const outer = page % 4 === 0 ? '' : `${page - (page % 4) + 1}_p${page - (page % 4)}/`;
  return `content/${outer}${page + 1}_p${page}`;
}

/** The same by looking at each page. */
function slowly(site: Site, wanted: string): readonly PageEntry[] {
  return [...site.pages()].filter(({ title = '', id }) =>
    `${fold(title)}\n${fold(id)}`.includes(wanted),
  );
}

function expectRight(site: Site): void {
  for (const wanted of ['', 'ete', 'ete 3', 'neu', 'p1', 'p4/p5']) {
    expect(pagesWith(site, wanted, 1_000)).toEqual(slowly(site, wanted));
  }
}

test('titles follow each change of the site', async () => {
  const { live, disk } = await liveSiteFrom(files);
  expectRight(live.site);
  for (let step = 0; step < 150; step++) {
    const folder = folderOf((step * 7) % PAGES);
    const path = `${folder}/${step % 9 === 0 ? 'b' : 'a'}.txt`;
    const changes = [
      () => {
        disk.write(path, `Title: Neu ${step}`);
      },
      () => {
        disk.write(path, 'Title: Été 3');
      },
      () => {
        disk.write(`content/new-${step}/a.txt`, `Title: Neu ${step}`);
      },
      () => {
        disk.remove(step % 2 === 0 ? folder : path);
      },
      () => {
        live.setOverlay(sitePath(path), parseContent(`Title: Neu, getippt ${step}`));
      },
      () => {
        live.setOverlay(sitePath(path), undefined);
      },
    ];
    changes[(step * 5 + (step >> 3)) % changes.length]?.();
    const parts = path.split('/');
    await live.changed(
      parts.slice(1).map((_, index) => sitePath(parts.slice(0, index + 2).join('/'))),
    );
    await live.changed([sitePath(`content/new-${step}`)]);
    expectRight(live.site);
  }
});

test('titles follow many changes at once', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, page) => [
      `content/${page}_p${page}/a.txt`,
      `Title: Été ${page}`,
    ]),
  );
  const { live, disk } = await liveSiteFrom(many);
  const paths = Object.keys(many).filter((_, index) => index % 2 === 0);
  expectRight(live.site);
  for (const path of paths) disk.write(path, 'Title: Neu');
  await live.changed(paths.map((path) => sitePath(path)));
  expectRight(live.site);
  // One of them is a page no more.
  for (const path of paths) disk.write(path, 'Title: Été 3');
  disk.remove('content/10_p10');
  await live.changed([...paths, 'content/10_p10'].map((path) => sitePath(path)));
  expectRight(live.site);
});

test('what is prepared while the site changes is right afterwards', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 350 }, (_, page) => [`content/p${page}/a.txt`, `Title: Été ${page}`]),
  );
  const { live, disk } = await liveSiteFrom(many);
  const steps = preparePages(live.site);
  steps.next();
  const paths = ['content/p1/a.txt', 'content/p349/a.txt', 'content/p99', 'content/p10x/a.txt'];
  for (const path of paths) disk.remove(path);
  disk.write('content/p1/a.txt', 'Title: Neu');
  disk.write('content/p349/a.txt', 'Title: Neu');
  disk.write('content/p10x/a.txt', 'Title: Neu');
  await live.changed(paths.map((path) => sitePath(path)));
  expect([...steps].length).toBeGreaterThan(1);
  expectRight(live.site);
});
