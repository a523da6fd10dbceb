import { fold } from '../kirby/text/fold.ts';
import type { SitePath } from '../site/site-path.ts';
import type { PageEntry, Site } from '../site/site.ts';

/** The titles and ids of all pages, folded, in one text: the fastest thing to search. */
interface Titles {
  readonly revision: number;
  readonly pages: readonly PageEntry[];
  /** `title`, a line break, `id` and a line break for each page. */
  readonly text: string;
  /** Where each page begins in it. */
  readonly starts: Uint32Array;
}

const known = new WeakMap<Site, Titles>();

/**
 * The pages whose title or id contains a text, in the site's order.
 *
 * @param wanted folded; empty: all pages
 * @param most so many at most
 */
export function pagesWith(site: Site, wanted: string, most: number): readonly PageEntry[] {
  const { pages, text, starts } = titlesOf(site);
  if (wanted === '') return pages.slice(0, most);
  const found: PageEntry[] = [];
  for (let at = text.indexOf(wanted); at >= 0 && found.length < most;) {
    const index = lastStarting(starts, at);
    const page = pages[index];
    if (page !== undefined) found.push(page);
    const next = starts[index + 1];
    at = next === undefined ? -1 : text.indexOf(wanted, next);
  }
  return found;
}

/**
 * Makes ready what `pagesWith()` needs, so that the first who asks need not wait for all pages to be
 * made: a few milliseconds of work each time that the next step is taken. The site may change meanwhile.
 */
export function* preparePages(site: Site): Generator<undefined> {
  const { revision } = site;
  const pages: PageEntry[] = [];
  const lines: string[] = [];
  for (const page of site.pages()) {
    pages.push(page);
    lines.push(lineOf(page));
    if (pages.length % STEP === 0) yield;
  }
  const starts = new Uint32Array(pages.length);
  let at = 0;
  for (const [index, line] of lines.entries()) {
    starts[index] = at;
    at += line.length;
  }
  known.set(site, { revision, pages, text: lines.join(''), starts });
}

/** So many pages in one step. */
const STEP = 100;

function lineOf({ title = '', id }: PageEntry): string {
  return `${fold(title)}\n${fold(id)}\n`;
}

function titlesOf(site: Site): Titles {
  const before = known.get(site);
  if (before?.revision === site.revision) return before;
  const pages = before === undefined ? undefined : samePages(site, before);
  const titles = titlesFrom(site.revision, pages ?? [...site.pages()], before ?? nothing);
  known.set(site, titles);
  return titles;
}

const nothing: Titles = { revision: 0, pages: [], text: '', starts: new Uint32Array() };

/**
 * The pages of a site in which none has come, gone or moved, without a walk through all of it.
 * `undefined`: some have, or that is not known.
 */
function samePages(site: Site, titles: Titles): readonly PageEntry[] | undefined {
  const changed = site.changedSince(titles.revision);
  if (changed === undefined) return undefined;
  const now = titles.pages.slice();
  const many = changed.size > FEW ? placesOf(changed, titles) : undefined;
  for (const folder of changed) {
    const entry = site.folder(folder);
    const page = entry?.kind === 'page' ? entry : undefined;
    const index = many === undefined ? placeOf(folder, page, titles) : many.get(folder);
    if ((page === undefined) !== (index === undefined)) return undefined;
    if (page !== undefined && index !== undefined) now[index] = page;
  }
  return now;
}

/** Of more pages it costs less to look at each than to look for each. */
const FEW = 16;

/**
 * Where the page of a folder stood.
 *
 * @param page what it is now: it most likely stood below the same id, which its draft may have as well
 */
function placeOf(
  folder: SitePath,
  page: PageEntry | undefined,
  { pages, text, starts }: Titles,
): number | undefined {
  if (page !== undefined) {
    const line = `\n${fold(page.id)}\n`;
    for (let at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + 1)) {
      const index = lastStarting(starts, at);
      if (pages[index]?.folder === folder) return index;
    }
  }
  const index = pages.findIndex((one) => one.folder === folder);
  return index < 0 ? undefined : index;
}

function placesOf(
  folders: ReadonlySet<SitePath>,
  { pages }: Titles,
): ReadonlyMap<SitePath, number> {
  const places = new Map<SitePath, number>();
  for (const [index, { folder }] of pages.entries()) {
    if (folders.has(folder)) places.set(folder, index);
  }
  return places;
}

/** Takes over from earlier titles what stands before the first page that is another, and after the last. */
function titlesFrom(revision: number, pages: readonly PageEntry[], before: Titles): Titles {
  const most = Math.min(pages.length, before.pages.length);
  const shift = pages.length - before.pages.length;
  let start = 0;
  while (start < most && pages[start] === before.pages[start]) start++;
  let end = pages.length;
  while (end > start && end - shift > start && pages[end - 1] === before.pages[end - 1 - shift]) {
    end--;
  }
  const starts = new Uint32Array(pages.length);
  starts.set(before.starts.subarray(0, start));
  const lines: string[] = [];
  let at = startOf(before, start);
  const head = before.text.slice(0, at);
  for (let index = start; index < end; index++) {
    const page = pages[index];
    const line = page === undefined ? '' : lineOf(page);
    lines.push(line);
    starts[index] = at;
    at += line.length;
  }
  const rest = startOf(before, end - shift);
  for (let index = end; index < pages.length; index++) {
    starts[index] = (before.starts[index - shift] ?? 0) - rest + at;
  }
  const text = head + lines.join('') + before.text.slice(rest);
  return { revision, pages, text, starts };
}

/** Where a page begins; where the text ends, for the one after the last. */
function startOf({ starts, text }: Titles, index: number): number {
  return starts[index] ?? text.length;
}

/** The last entry of a rising list that is not greater. */
function lastStarting(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
