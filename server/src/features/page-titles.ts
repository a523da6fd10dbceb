import { fold } from '../kirby/text/fold.ts';
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

function titlesOf(site: Site): Titles {
  const before = known.get(site);
  if (before?.revision === site.revision) return before;
  const pages = [...site.pages()];
  const starts = new Uint32Array(pages.length);
  const lines: string[] = [];
  let start = 0;
  for (const [index, { title = '', id }] of pages.entries()) {
    const line = `${fold(title)}\n${fold(id)}\n`;
    lines.push(line);
    starts[index] = start;
    start += line.length;
  }
  const titles = { revision: site.revision, pages, text: lines.join(''), starts };
  known.set(site, titles);
  return titles;
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
