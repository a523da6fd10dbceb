import type { ContentDocument } from '../../kirby/content/document.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import { naturalOrder } from '../natural-order.ts';
import type { LiveSite } from '../open-site.ts';
import { usersContent } from '../users.ts';
import type { ContentFile } from '../site.ts';
import { keysOf, namesOf } from './keys.ts';
import { type Mention, mentions, type MentionTarget, uuidsIn } from './mentions.ts';

/** What one content file mentions of what was asked for. */
export interface FileMentions {
  readonly file: ContentFile;
  /** The file as it was searched: the spans are its. */
  readonly document: ContentDocument;
  readonly mentions: readonly Mention[];
}

/** How many files are read at once, before others get their turn. */
const BATCH = 50;

/** Of more names it costs less to find all that a file mentions than to look for each. */
const MANY = 40;

/**
 * Where the content of a site mentions one of some pages, files and users, open documents as they are in
 * the editor. Only files that may do so are read.
 *
 * @param isWanted asked between batches: `false` ends the search with what was found until then
 * @returns in the order of the files' paths; files without a mention are left out
 */
export async function findMentions(
  live: LiveSite,
  targets: readonly MentionTarget[],
  isWanted: () => boolean = () => true,
): Promise<readonly FileMentions[]> {
  await live.searchable();
  return mentionsIn(live, filesToSearch(live, targets), targets, isWanted);
}

/** As `findMentions()`, in files that are known to be those that may mention what is asked for. */
export async function mentionsIn(
  live: LiveSite,
  files: readonly ContentFile[],
  targets: readonly MentionTarget[],
  isWanted: () => boolean,
): Promise<readonly FileMentions[]> {
  const { site } = live;
  const wanted = new Set(targets.map(identity));
  const names = targets.flatMap((target) => namesOf(site, target)).map(unambiguousEnd);
  const found: FileMentions[] = [];
  for (let start = 0; start < files.length && isWanted(); start += BATCH) {
    const batch = files.slice(start, start + BATCH);
    const documents = await live.documents(batch.map(({ path }) => path));
    for (const [index, file] of batch.entries()) {
      const document = documents[index];
      if (document === undefined) continue;
      const inFile =
        names.length > MANY || mayName(document, names)
          ? mentions(document, site, file)
          : uuidsIn(document, site, file);
      const here = inFile.filter(({ target }) => wanted.has(identity(target)));
      if (here.length > 0) found.push({ file, document, mentions: here });
    }
  }
  return found;
}

/** The files that `findMentions()` reads, in the order of their paths: some hold no mention. */
export function filesToSearch(
  live: LiveSite,
  targets: readonly MentionTarget[],
): readonly ContentFile[] {
  const keys = new Set(targets.flatMap((target) => keysOf(live.site, target)));
  // What users have written is not in the index, and little.
  const ofUsers = usersContent(live.site).flatMap((path) => live.site.contentFile(path) ?? []);
  return [...live.filesMentioning(keys), ...ofUsers].sort((a, b) => naturalOrder(a.path, b.path));
}

/** The same for the same page, file or user, though the site may have made another object of it. */
export function identity(target: MentionTarget): string {
  switch (target.kind) {
    case 'file':
      return `file ${target.path}`;
    case 'page':
      return `page ${target.folder}`;
    case 'user':
      return `user ${target.id}`;
  }
}

/** The end of a name, which is written in one way only. */
function unambiguousEnd(name: string): string {
  return asciiLower(/[\w.-]*$/.exec(name)?.[0] ?? '');
}

/** Whether names are worth looking for: that decodes all of a document. */
function mayName({ text }: ContentDocument, names: readonly string[]): boolean {
  const lower = asciiLower(text);
  return names.some((name) => lower.includes(name));
}
