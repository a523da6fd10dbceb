import { expect, test } from 'vitest';
import { pagesWith, preparePages } from '../../server/src/features/page-titles.ts';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { keysOf } from '../../server/src/site/mentions/keys.ts';
import { unusedFiles } from '../../server/src/site/mentions/unused.ts';
import { type LiveSite, openSite } from '../../server/src/site/open-site.ts';
import type { FileEntry, Model, PageEntry } from '../../server/src/site/site.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { defaultRoots } from '../../server/src/site/site-roots.ts';
import { Dice } from '../support/dice.ts';
import { MemoryFileSystem } from '../support/memory-file-system.ts';

const roots = defaultRoots(sitePath('content'), sitePath('site'));
const SECTIONS = 6;
const PAGES = 12;
/** Of each storm. */
const CHANGES = 1_000;
/** How often the site is compared with one that is read anew. */
const COMPARISONS = 4;

/** A disk that changes at random, and an editor in which some of its files are open. */
class Storm {
  readonly disk = new MemoryFileSystem({ 'content/site.txt': 'Title: Storm', 'site/': '' });
  readonly open = new Map<string, string>();
  readonly #files = new Map<string, string>();
  readonly #dice: Dice;
  #count = 0;

  constructor(seed: number) {
    this.#dice = new Dice(seed);
    for (let section = 0; section < SECTIONS; section++) {
      for (let page = 0; page < PAGES; page++) this.#newPage(`content/${section + 1}_s${section}`);
    }
  }

  /** Changes something, and answers what a watcher tells of it. */
  change(): readonly string[] {
    const dice = this.#dice;
    const path = dice.of([...this.#files.keys()]);
    const folder = path.slice(0, path.lastIndexOf('/'));
    switch (dice.below(12)) {
      case 0:
        return this.#newPage(dice.of([folder, 'content', `${folder}/_drafts`]));
      case 1:
        return this.#write(`${folder}/${dice.of(names)}`, this.#text());
      case 2:
        return this.#remove(path);
      case 3:
        // A watcher tells of the folder only.
        return folder.split('/').length < 3 ? [] : this.#remove(folder);
      case 4:
        return folder.split('/').length < 3 ? [] : this.#move(folder);
      case 5:
        return this.#move(path);
      case 6:
        return this.#write(`site/blueprints/pages/${dice.of(['a', 'b'])}.yml`, dice.of(blueprints));
      case 7:
        return this.#languages();
      default:
        return this.#write(path, this.#text());
    }
  }

  /** Opens a document, types in one or closes it. */
  type(live: LiveSite): void {
    const dice = this.#dice;
    const path = dice.of([...this.#files.keys(), ...this.open.keys()]);
    if (!path.endsWith('.txt')) return;
    const text = this.open.size > 6 || dice.below(3) === 0 ? undefined : this.#text();
    if (text === undefined) this.open.delete(path);
    else this.open.set(path, text);
    live.setOverlay(sitePath(path), text === undefined ? undefined : parseContent(text));
  }

  #newPage(inside: string): readonly string[] {
    const dice = this.#dice;
    const folder = `${inside}/${dice.of(['', '1_', '2_'])}p${dice.below(40)}`;
    const photo = `${folder}/${dice.of(['x.jpg', 'y.jpg'])}`;
    return [
      ...this.#write(`${folder}/${dice.of(['a.txt', 'b.txt', 'a.en.txt'])}`, this.#text()),
      ...this.#write(photo, ''),
      ...this.#write(`${photo}${dice.of(['.txt', '.en.txt', '.de.txt'])}`, this.#text()),
    ];
  }

  #text(): string {
    const dice = this.#dice;
    const uuid = (): string => `u${dice.below(60)}`;
    return [
      `Title: ${dice.of(['Été', 'Winter', 'Frühling', 'Herbst'])} ${this.#count++}`,
      `Uuid: ${uuid()}`,
      ...(dice.below(3) === 0 ? [`Slug: ${dice.of(['eins', 'zwei'])}`] : []),
      `Kind: ${dice.of(['new', 'old'])}`,
      `Text: (image: ${dice.of(['x.jpg', 'y.jpg', `p${dice.below(40)}/x.jpg`])}) (link: page://${uuid()})`,
      `Cover: - file://${uuid()}`,
    ].join('\n\n----\n\n');
  }

  #languages(): readonly string[] {
    const path = `site/languages/${this.#dice.of(['en', 'de'])}.php`;
    if (this.#dice.below(2) === 0) return this.#remove(path);
    const code = path.slice(-6, -4);
    return this.#write(path, `<?php return ['code' => '${code}', 'default' => ${code === 'en'}];`);
  }

  #write(path: string, text: string): readonly string[] {
    this.#files.set(path, text);
    this.disk.write(path, text);
    return [path];
  }

  #remove(path: string): readonly string[] {
    for (const known of [...this.#files.keys()]) {
      if (known === path || known.startsWith(`${path}/`)) this.#files.delete(known);
    }
    this.disk.remove(path);
    return [path];
  }

  #move(from: string): readonly string[] {
    const slash = from.lastIndexOf('/') + 1;
    const to = `${from.slice(0, slash)}${this.#dice.of(['1_', '3_', ''])}${from.slice(slash).replace(/^\d+_/u, '')}`;
    // Nothing moves to where something is.
    if ([...this.#files.keys()].some((path) => path === to || path.startsWith(`${to}/`))) return [];
    const moved = [...this.#files].filter(([path]) => path === from || path.startsWith(`${from}/`));
    this.#remove(from);
    for (const [path, text] of moved) this.#write(to + path.slice(from.length), text);
    return [from, to];
  }
}

const names = [
  'a.txt',
  'b.txt',
  'a.de.txt',
  'x.jpg',
  'y.jpg.txt',
  'x.jpg.de.txt',
  'z.pdf',
  'X.JPG',
];
const blueprints = [
  'title: One\nfields:\n  cover: { type: files }\n',
  'title: Two\nfields:\n  kind: { type: select, options: [new, old] }\n',
  'title: [',
];

/** Everything that a site says, as plain data in an order that does not depend on its history. */
async function told(live: LiveSite): Promise<unknown> {
  const { site } = live;
  await live.searchable();
  const pages = [...site.pages()];
  const targets: (FileEntry | PageEntry)[] = pages.flatMap((page) => [
    page,
    ...page.files.values(),
  ]);
  const models: Model[] = [{ kind: 'site' }, ...pages.slice(0, 20).map(pageModel)];
  const search = { most: 1_000, mostInFile: 20 };
  const hits = await Promise.all(
    ['winter', 'ete', 'x.jpg', 'u7'].map((query) => live.search({ query, ...search })),
  );
  return {
    options: { ...site.options, languages: site.options.languages },
    media: site.media,
    pages: pages.map((page) => ({ ...page, files: [...page.files.values()] })),
    files: [...(site.folder(roots.content)?.files.values() ?? [])],
    contentFiles: [...site.contentFiles()].sort(),
    children: pages.map((page) =>
      [site.children(page, 'published'), site.children(page, 'drafts')].map((list) =>
        list.map(({ id }) => id),
      ),
    ),
    uuids: Array.from({ length: 60 }, (_, index) => [
      site.pagesWithUuid(`u${index}`).map(({ folder }) => folder),
      site.filesWithUuid(`u${index}`).map(({ path }) => path),
      site.resolvePage(`page://u${index}`, { kind: 'site' }).status,
      site.resolveFile(`file://u${index}`, { kind: 'site' }).status,
    ]),
    resolved: models.map((from) =>
      ['x.jpg', 'y.jpg', 'p3/x.jpg'].map((name) => site.resolveFile(name, from).status),
    ),
    mentioning: targets.map((target) =>
      [...live.filesMentioning(new Set(keysOf(site, target)))].map(({ path }) => path).sort(),
    ),
    mentionKeys: new Set(
      Array.from(live.mentionKeys(), ([folder, keys]) => `${folder} ${[...keys].sort().join()}`),
    ),
    unused: [...unusedFiles(live)].flatMap((found) => found?.files.map(({ path }) => path) ?? []),
    counts: ['a', 'b'].map((template) => [...site.fieldCountsOf(template).counts].sort()),
    values: ['a', 'b'].map((template) => [...site.valuesOf(template, 'kind')].sort()),
    slugs: pages.map((page) => [...site.translatedSlugs(page)].sort()),
    titles: ['', 'ete', 'winter 1', 'p3', 'fr'].map((query) =>
      pagesWith(site, query, 1_000).map(({ folder }) => folder),
    ),
    blueprints: ['pages/a', 'pages/b'].map((name) => site.blueprints.blueprint(name)?.title),
    hits: hits.map(({ files }) =>
      files
        .map(({ path, hits: found }) => [path, found] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

function pageModel(page: PageEntry): Model {
  return { kind: 'page', page };
}

test.each([1, 2, 3])('after a storm of changes the site is as if read anew (%i)', async (seed) => {
  const storm = new Storm(seed);
  const dice = new Dice(seed + 100);
  const live = openSite(storm.disk, roots);
  // The first changes happen while the site is being read.
  for (let compared = 0, count = 0; compared < COMPARISONS; compared++) {
    const waiting: Promise<void>[] = [live.ready];
    const end = count + CHANGES / COMPARISONS;
    while (count < end) {
      const paths = Array.from({ length: 1 + dice.below(9) }, () => storm.change()).flat();
      count += paths.length;
      waiting.push(live.changed(paths.map((path) => sitePath(path))));
      if (dice.below(2) === 0) storm.type(live);
      // Some questions are asked in between: what they remember must not outlive its truth.
      if (dice.below(4) === 0) pagesWith(live.site, 'winter', 20);
      if (dice.below(4) === 0) Array.from(live.filesMentioning(new Set([dice.below(99)])));
      if (dice.below(6) === 0) Array.from(preparePages(live.site));
      // Often the next change comes before this one has been read.
      if (dice.below(3) > 0) await waiting.at(-1);
    }
    await Promise.all(waiting);
    const fresh = openSite(storm.disk, roots);
    await fresh.ready;
    for (const [path, text] of storm.open) fresh.setOverlay(sitePath(path), parseContent(text));
    expect(await told(live)).toEqual(await told(fresh));
  }
});
