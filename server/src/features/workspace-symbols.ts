import { foldedQuery } from '../site/search/find-in.ts';
import type { TextHit } from '../site/search/hit.ts';
import type { PageEntry, Site } from '../site/site.ts';
import { pagesWith } from './page-titles.ts';

/** More than anybody reads; the editor asks again with a longer query. */
const MOST = 200;

/** The pages of a site whose title or id contains the query, letter case and accents aside. */
export function pagesMatching(site: Site, query: string): readonly PageEntry[] {
  return pagesWith(site, foldedQuery(query), MOST);
}

/**
 * What a list shows of a place in a text: the words around it. Editors leave out what does not hold
 * the very letters that were typed, so that an accent that nobody typed is written as a character
 * of its own: it looks the same.
 */
export function symbolName({ excerpt, found }: TextHit, query: string): string {
  const hit = excerpt.slice(found.start, found.end);
  const form = typedForm(hit, query, query.trim());
  return `${excerpt.slice(0, found.start)}${form}${excerpt.slice(found.end)}`;
}

/** What a list shows of a page: its title, with its slug where only that holds what was typed. */
export function pageName({ title, slug }: PageEntry, query: string): string {
  return typedForm(title ?? slug, query, slug);
}

/** A text in the form that holds the letters of the query, with `other` behind it where that helps. */
function typedForm(text: string, query: string, other: string): string {
  const typed = query.trim().toLowerCase();
  const forms = [text, text.normalize('NFD'), text.normalize('NFC'), `${text} (${other})`];
  return forms.find((one) => holdsInOrder(one.toLowerCase(), typed)) ?? text;
}

function holdsInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at);
    if (at < 0) return false;
    at += letter.length;
  }
  return true;
}
