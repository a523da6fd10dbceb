import type { ContentDocument } from '../kirby/content/document.ts';
import { Notes } from '../kirby/text/notes.ts';
import type { ContentFile, Site } from './site.ts';

/** Where a question about a document is asked; `undefined`: a loose file, or one that is no content. */
export interface Asked {
  readonly document: ContentDocument;
  readonly site: Site | undefined;
  readonly file: ContentFile | undefined;
}

/**
 * A place to keep answers about documents that also depend on the site: one for each document, for
 * as long as the site, its revision and the path of the file stay as they are. `memo()` is for
 * answers that the document alone gives.
 *
 * @returns a function that gives the kept answer, or finds it; `day` where the answer depends on it
 */
export function remembered<Answer>(): (asked: Asked, find: () => Answer, day?: string) => Answer {
  const answers = new Notes<ContentDocument, State & { readonly answer: Answer }>();
  return ({ document, site, file }, find, day) => {
    const known = answers.get(document);
    const isCurrent =
      known !== undefined &&
      known.site === site &&
      known.revision === site?.revision &&
      known.path === file?.path &&
      known.day === day;
    if (isCurrent) return known.answer;
    // The revision is that of before the search: what changes the site meanwhile makes it stale.
    const state = { site, revision: site?.revision, path: file?.path, day };
    const answer = find();
    answers.set(document, { ...state, answer });
    return answer;
  };
}

/** Of so many files it is kept what was found out: of more than an author has open. */
const MOST_FILES = 64;

/**
 * A place to keep what was found out about one file of a site whatever its document says just now:
 * for as long as the site's revision, and the day where it counts, stay as they are. Of the files
 * that were asked about last; who checks a whole site asks about each file once.
 *
 * @param make what there is at first, to be filled by whoever asks
 */
export function keptForFile<Kept>(
  make: () => Kept,
): (site: Site, file: ContentFile, day?: string) => Kept {
  const bySite = new WeakMap<Site, Omit<State, 'site' | 'path'> & { files: Map<string, Kept> }>();
  return (site, { path }, day) => {
    const { revision } = site;
    let state = bySite.get(site);
    if (state?.revision !== revision || state.day !== day) {
      state = { revision, day, files: new Map() };
      bySite.set(site, state);
    }
    const { files } = state;
    let kept = files.get(path);
    if (kept === undefined) {
      kept = make();
      const [oldest] = files.keys();
      if (files.size >= MOST_FILES && oldest !== undefined) files.delete(oldest);
      files.set(path, kept);
    }
    return kept;
  };
}

interface State {
  readonly site: Site | undefined;
  readonly revision: number | undefined;
  readonly path: string | undefined;
  readonly day: string | undefined;
}
