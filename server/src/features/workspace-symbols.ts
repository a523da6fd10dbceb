import type { PageEntry, Site } from '../site/site.ts';

/** More than anybody reads; the editor asks again with a longer query. */
const MOST = 200;

/** The pages of a site whose title or id contains the query, letter case and accents aside. */
export function pagesMatching(site: Site, query: string): readonly PageEntry[] {
  const wanted = fold(query);
  const found: PageEntry[] = [];
  for (const page of site.pages()) {
    if (fold(page.title ?? '').includes(wanted) || page.id.includes(wanted)) found.push(page);
    if (found.length >= MOST) break;
  }
  return found;
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
