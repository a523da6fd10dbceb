import { applied, type TextEdit } from '../../kirby/json/text-edit.ts';
import type { Span } from '../../kirby/text/span.ts';
import { fileType } from '../../site/file-types.ts';
import type { FileEntry, Site } from '../../site/site.ts';
import { folderOf, nameOf, type SitePath } from '../../site/site-path.ts';
import { type Owner, ownerOf } from '../completion/candidates.ts';
import { fileEntry } from './file-entry.ts';
import type { FileSlot, InsertionContext, MentionedFile } from './insertion.ts';
import { linkSlot } from './link-slot.ts';
import { listSlot } from './list-slot.ts';
import { blockSlot } from './block-slot.ts';
import type { NewText } from './metadata.ts';
import { newFiles } from './new-files.ts';
import { textSlot } from './text-slot.ts';
import { uploadIn } from './upload.ts';
import { say } from '../../kirby/text/say.ts';

/** A file that is dropped or pasted. */
export interface GivenFile {
  /** `Über uns.JPG` */
  readonly name: string;
  /** Where it stands, when it stands in the site. */
  readonly path?: SitePath;
}

/** All that has to happen so that a document mentions files. */
export interface FileInsertion {
  /** What it does, for a menu. */
  readonly title: string;
  /** In the document. */
  readonly edits: readonly TextEdit[];
  /** Files that are new to the site: which of the given ones, and where they go. */
  readonly copies: readonly { readonly index: number; readonly path: SitePath }[];
  /** Metadata of these. */
  readonly metadata: readonly NewText[];
}

/** The places that mention files, in the order in which they are asked. */
const slots: readonly ((context: InsertionContext, span: Span) => FileSlot | undefined)[] = [
  textSlot,
  listSlot,
  linkSlot,
  blockSlot,
];

/**
 * What dropping or pasting files at a place of a document does. A file of the site is mentioned, any
 * other is copied to the page first, with the metadata that Kirby would write. `undefined` where the
 * place mentions no files, or not these, or Kirby would refuse one of them.
 *
 * @param span what is replaced; empty for a mere place
 */
export function insertFiles(
  context: InsertionContext,
  span: Span,
  given: readonly GivenFile[],
): FileInsertion | undefined {
  const { site, file } = context;
  const own = ownerOf(site, file.model);
  if (site.state === 'loading' || own === undefined || given.length === 0) return undefined;
  const types = given.map(({ name }) => fileType(name));
  for (const slotAt of slots) {
    const slot = slotAt(context, span);
    if (slot?.takes(types) !== true) continue;
    return insertIn(slot, context, own, given);
  }
  return undefined;
}

function insertIn(
  slot: FileSlot,
  { document, site, file, newUuid }: InsertionContext,
  own: Owner,
  given: readonly GivenFile[],
): FileInsertion | undefined {
  // A content file stands for its page, and is no file to Kirby.
  if (given.some(({ path }) => path !== undefined && site.contentFile(path) !== undefined)) {
    return undefined;
  }
  const known = given.map(({ path }) => (path === undefined ? undefined : fileAt(path, site, own)));
  const indexes = known.flatMap((entry, index) => (entry === undefined ? [index] : []));
  const upload = uploadIn(slot.definition, file.model, site);
  const names = indexes.map((index) => given[index]?.name ?? '');
  const added = names.length === 0 ? [] : upload && newFiles(names, upload, site, newUuid);
  if (added === undefined) return undefined;
  const queue = [...added];
  const files = known.flatMap((entry) => entry ?? queue.shift()?.file ?? []);
  const edits = slot.insert(files.map((entry) => mention(entry, own, site)));
  // What is there already is not mentioned anew.
  if (edits === undefined || applied(document.text, edits) === document.text) return undefined;
  return {
    title: titleFor(files, added.length === 0 ? undefined : upload?.owner),
    edits,
    copies: added.map(({ file: { path } }, at) => ({ index: indexes[at] ?? 0, path })),
    metadata: added.flatMap(({ metadata }) => metadata ?? []),
  };
}

/** A file of the content that the site knows, or that has just come to the page's own folder. */
function fileAt(path: SitePath, site: Site, own: Owner): FileEntry | undefined {
  const name = nameOf(path);
  const found = site.folder(folderOf(path))?.files.get(name);
  if (found !== undefined || folderOf(path) !== own.folder) return found;
  return fileEntry(own, name, {});
}

function mention(
  { name, id, uuid, path }: FileEntry,
  own: Owner,
  { options }: Site,
): MentionedFile {
  return {
    name,
    id,
    uuid: options.uuids ? uuid : undefined,
    isOwn: folderOf(path) === own.folder,
    type: fileType(name),
  };
}

function titleFor(files: readonly FileEntry[], owner: Owner | undefined): string {
  const [first] = files;
  const one = files.length === 1 ? first?.name : undefined;
  const count = files.length;
  if (owner === undefined) {
    return one === undefined ? say`Insert ${count} files` : say`Insert "${one}"`;
  }
  switch (owner.kind) {
    case 'page':
      return one === undefined
        ? say`Add ${count} files to the page`
        : say`Add "${one}" to the page`;
    case 'site':
      return one === undefined
        ? say`Add ${count} files to the site`
        : say`Add "${one}" to the site`;
  }
}
