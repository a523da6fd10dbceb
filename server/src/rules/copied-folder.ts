import { setFieldValue } from '../kirby/content/edit.ts';
import type { ContentDocument } from '../kirby/content/document.ts';
import { parseContent } from '../kirby/content/parse.ts';
import { applied, type TextEdit } from '../kirby/json/text-edit.ts';
import { type UuidMention, uuidMentions } from '../kirby/reference/uuids.ts';
import type { FileEntry, PageEntry, Site } from '../site/site.ts';
import { folderOf, type SitePath } from '../site/site-path.ts';
import { pathBelow } from '../site/site-roots.ts';
import type { Edit, WideFix } from './rule.ts';
import { say } from '../kirby/text/say.ts';

type Entry = PageEntry | FileEntry;

/** What was copied together with a page or file, and is to be told from its original. */
export interface CopiedFolder {
  /** What it is called to give all of it new UUIDs. */
  readonly title: string;
  /** Whether that is more than a new UUID in one file. */
  isWide(document: ContentDocument): boolean;
  /** New UUIDs for all that has one twice; what the copy says of itself follows. */
  renewal(fresh: () => string): WideFix;
}

/**
 * The copy that a page or file with a UUID of another one belongs to: the outermost page around it
 * whose UUID stands elsewhere too. A file that was copied alone belongs to its page, which finds the
 * copy beside it first (`Kirby\Cms\App::file()`) and has to go on doing so.
 *
 * @param path the content file that the author looks at
 */
export function copyAround(site: Site, own: Entry, path: SitePath): CopiedFolder | undefined {
  const page = outermostCopy(site, own);
  if (page !== undefined) {
    const entries = entriesIn(site, page.folder).filter((entry) => isElsewhere(site, entry, page));
    const files = [...site.contentFilesBelow(page.folder)].map((file) => file.path);
    const title =
      page === own
        ? say`Give this page and all that it holds new UUIDs, also where they refer to each other`
        : say`Give the page "${page.title ?? page.slug}" and all that it holds new UUIDs, also where they refer to each other`;
    return copiedFolder(title, entries, files);
  }
  if (own.kind === 'page') return undefined;
  const folder = folderOf(path);
  const files = [...site.contentFilesBelow(folder)]
    .map((file) => file.path)
    .filter((one) => folderOf(one) === folder);
  return copiedFolder(
    say`Give this file a new UUID, also where its page refers to it`,
    [own],
    files,
  );
}

/**
 * New UUIDs for a page with all that it holds, or for a file: what a copy has to have in place of those of
 * its original. The texts are those of the original. What lies in `_changes` is not among them: a copy
 * has no unsaved changes.
 */
export function renewalForCopy(site: Site, original: Entry, fresh: () => string): WideFix {
  const paths =
    original.kind === 'file'
      ? site.metadataOf(original)
      : [...site.contentFilesBelow(original.folder)]
          .filter(({ isChanges }) => !isChanges)
          .map(({ path }) => path);
  const entries = original.kind === 'file' ? [original] : entriesIn(site, original.folder);
  return renewal(
    entries.filter(({ uuid }) => uuid !== undefined),
    paths,
    fresh,
  );
}

function copiedFolder(
  title: string,
  entries: readonly Entry[],
  paths: readonly SitePath[],
): CopiedFolder {
  return {
    title,
    isWide: (document) =>
      paths.length > 1 ||
      mentionsOf(
        document,
        keysOf(entries, () => ''),
      ).length > 0,
    renewal: (fresh) => renewal(entries, paths, fresh),
  };
}

function renewal(
  entries: readonly Entry[],
  paths: readonly SitePath[],
  fresh: () => string,
): WideFix {
  return {
    paths,
    editsIn: (texts) => editsIn(texts, paths, entries, keysOf(entries, fresh)),
  };
}

function outermostCopy(site: Site, own: Entry): PageEntry | undefined {
  const { contentFolder } = site.options;
  let found: PageEntry | undefined;
  let folder = own.kind === 'page' ? own.folder : folderOf(own.path);
  for (; folder !== contentFolder && folder !== ''; folder = folderOf(folder)) {
    const page = site.folder(folder);
    if (page?.kind === 'page' && isElsewhere(site, page, page)) found = page;
  }
  return found;
}

/** All pages and files in a folder and below it. */
function entriesIn(site: Site, folder: SitePath): readonly Entry[] {
  const folders = new Set([...site.contentFilesBelow(folder)].map(({ path }) => folderOf(path)));
  return [...folders].flatMap((path) => {
    const owner = site.folder(path);
    return owner?.kind === 'page' ? [owner, ...owner.files.values()] : [];
  });
}

/** Whether something outside of a page's folder has the UUID as well. */
function isElsewhere(site: Site, entry: Entry, { folder }: PageEntry): boolean {
  const { kind, uuid } = entry;
  if (uuid === undefined) return false;
  const places =
    kind === 'page'
      ? site.pagesWithUuid(uuid).map((page) => page.folder)
      : site.filesWithUuid(uuid).map((file) => file.path);
  return places.some((path) => path !== folder && pathBelow(folder, path) === undefined);
}

/** `page://old` → `new`. */
function keysOf(entries: readonly Entry[], fresh: () => string): ReadonlyMap<string, string> {
  return new Map(entries.map(({ kind, uuid }) => [`${kind}://${uuid ?? ''}`, fresh()]));
}

/** The mentions in all fields but the one that says what the UUID is. */
function mentionsOf(
  document: ContentDocument,
  renamed: ReadonlyMap<string, string>,
): readonly UuidMention[] {
  return document.fields
    .filter(({ name }) => name !== 'uuid')
    .flatMap((field) => uuidMentions(document, field))
    .filter(({ scheme, uuid }) => renamed.has(`${scheme}://${uuid}`));
}

function editsIn(
  texts: ReadonlyMap<SitePath, string>,
  paths: readonly SitePath[],
  entries: readonly Entry[],
  renamed: ReadonlyMap<string, string>,
): ReadonlyMap<SitePath, readonly Edit[]> | undefined {
  const owners = new Map(
    entries.map((entry) => [entry.kind === 'page' ? entry.contentPath : entry.metadata, entry]),
  );
  const all = new Map<SitePath, readonly Edit[]>();
  for (const path of paths) {
    const text = texts.get(path);
    // What was no text would not be the same after a save.
    if (text === undefined || text.includes('\uFFFD')) return undefined;
    const document = parseContent(text);
    const owner = owners.get(path);
    const own = owner === undefined ? [] : ownEdits(document, owner, renamed);
    if (own === undefined) return undefined;
    const mentions = mentionsOf(document, renamed).map(({ scheme, uuid, span }) => ({
      span: { start: span.end - uuid.length, end: span.end },
      text: renamed.get(`${scheme}://${uuid}`) ?? uuid,
    }));
    const edits = [...own, ...mentions].sort((a, b) => a.span.start - b.span.start);
    if (edits.length === 0) continue;
    if (!keepsFields(document, edits)) return undefined;
    all.set(path, edits);
  }
  return all;
}

/** The edits of the `Uuid` field itself; `undefined` where it is not what the site knows. */
function ownEdits(
  document: ContentDocument,
  { kind, uuid }: Entry,
  renamed: ReadonlyMap<string, string>,
): readonly TextEdit[] | undefined {
  const field = document.fields.findLast(({ name }) => name === 'uuid');
  const fresh = renamed.get(`${kind}://${uuid ?? ''}`);
  if (fresh === undefined || field?.value.text !== uuid || field === undefined) return undefined;
  return setFieldValue(document, field, fresh);
}

function keepsFields(document: ContentDocument, edits: readonly TextEdit[]): boolean {
  const after = parseContent(applied(document.text, edits) ?? '');
  return (
    after.fields.length === document.fields.length &&
    after.fields.every(({ name }, index) => name === document.fields[index]?.name)
  );
}
