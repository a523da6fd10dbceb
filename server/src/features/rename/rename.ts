import type { TextEdit } from '../../kirby/json/text-edit.ts';
import type { ContentDocument, Field } from '../../kirby/content/document.ts';
import type { Span } from '../../kirby/text/span.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { extensionOf } from '../../site/file-types.ts';
import { isFile } from '../../site/inventory.ts';
import type { FileMentions } from '../../site/mentions/find.ts';
import type { Mention } from '../../site/mentions/mentions.ts';
import type { FileEntry, PageEntry, Site } from '../../site/site.ts';
import { folderOf, joinPath, nameOf, type SitePath } from '../../site/site-path.ts';
import { subjectAt } from '../references.ts';
import { mentionEdits } from './mention-edits.ts';
import { companions, idAfter, isDraftAfter, type Move, moved } from './move.ts';
import { say } from '../../kirby/text/say.ts';

/** All that follows from moving files and folders of a site. */
export interface Renaming {
  /** The metadata that goes along. */
  readonly moves: readonly Move[];
  /** By the content file, as it is called before the moves. */
  readonly edits: readonly {
    readonly path: SitePath;
    readonly document: ContentDocument;
    readonly edits: readonly TextEdit[];
  }[];
  /** Content files that mention something that moves, and in which no edit would do what it should. */
  readonly refused: readonly SitePath[];
  /** Mentions, in files that stay content, of what is none any more after the moves, or a draft, which has no id. */
  readonly lost: readonly Mention[];
}

/**
 * What has to follow some moves: the metadata of files, and mentions by name or id.
 *
 * @param found where the content mentions what `movedTargets()` and `hiddenTargets()` name
 */
export function renaming(
  site: Site,
  moves: readonly Move[],
  found: readonly FileMentions[],
): Renaming {
  const edits: Renaming['edits'][number][] = [];
  const refused: SitePath[] = [];
  for (const inFile of found) {
    const changes = mentionEdits(site, inFile, moves);
    const { path } = inFile.file;
    if (changes === 'refused') refused.push(path);
    else if (changes.length > 0) edits.push({ path, document: inFile.document, edits: changes });
  }
  return { moves: companions(site, moves), edits, refused, lost: lostMentions(site, moves, found) };
}

function lostMentions(
  site: Site,
  moves: readonly Move[],
  found: readonly FileMentions[],
): readonly Mention[] {
  return found
    .filter(({ file }) => site.contentFile(moved(file.path, moves)) !== undefined)
    .flatMap(({ mentions }) => mentions)
    .filter(
      ({ target, form }) =>
        target.kind !== 'user' &&
        (idAfter(site, target, moves) === undefined ||
          (form === 'name' && isDraftAfter(target, moves))),
    );
}

/** What can be renamed at a place: the file or page itself, wherever it is mentioned. */
export interface Renameable {
  readonly target: FileEntry | PageEntry;
  readonly span: Span;
  /** What an author changes: the name of the file, the slug of the page. */
  readonly name: string;
}

/** `undefined`: nothing is mentioned there, or a user, or only the metadata of a file is there. */
export function renameableAt(context: RuleContext, offset: number): Renameable | undefined {
  const subject = subjectAt(context, offset);
  if (subject === undefined) return undefined;
  const { target, span } = subject;
  if (target.kind === 'user') return undefined;
  // The slug of a language is what stands there, and the folder has another one.
  const isSlug = ({ name, valueSpan }: Field): boolean => name === 'slug' && valueSpan === span;
  if (subject.isOwn && context.document.fields.some(isSlug)) return undefined;
  if (target.kind === 'page') return { target, span, name: target.slug };
  return target.hasBinary ? { target, span, name: target.name } : undefined;
}

/**
 * The move that gives a page or a file another name; the number in a page's folder stays.
 *
 * @returns a sentence why it cannot have that name
 */
export function renameTo(site: Site, target: FileEntry | PageEntry, name: string): Move | string {
  const trimmed = name.trim();
  if (trimmed === '' || /[\\/:*?"<>|]|^[._]/.test(trimmed)) {
    return say`A name cannot be empty, begin with a dot or “_”, or contain any of / \\ : * ? " < > |`;
  }
  return target.kind === 'file'
    ? renameFile(site, target, trimmed)
    : renamePage(site, target, trimmed);
}

function renameFile(site: Site, { path, name: old }: FileEntry, name: string): Move | string {
  // The Panel leaves the ending as it is: with that of a content file Kirby has a page of another template.
  const hasEnding = name.includes('.') || extensionOf(old) === '';
  if (!hasEnding || !isFile(name, site.options)) {
    return say`Keep the ending “.${extensionOf(old)}”: “${name}” would be no such file to Kirby.`;
  }
  const to = joinPath(folderOf(path), name);
  return isTaken(site, path, to)
    ? say`There is a file or folder “${name}” already.`
    : { from: path, to };
}

function renamePage(site: Site, { folder, slug, id }: PageEntry, name: string): Move | string {
  const { homePage, errorPage } = site.options;
  // The Panel refuses it as well (`Kirby\Cms\PagePermissions::canChangeSlug()`).
  if (name !== slug && (id === homePage || id === errorPage)) {
    return say`Kirby finds the home page and the error page of the site by their slugs: this one has to stay “${slug}”.`;
  }
  const prefix = nameOf(folder).slice(0, nameOf(folder).length - slug.length);
  // What stands before a “_” is the number of a page.
  if (prefix === '' && name.includes('_')) {
    return say`The slug of a page cannot contain “_”: Kirby takes what stands before it for a number.`;
  }
  const to = joinPath(folderOf(folder), prefix + name);
  // Published or a draft, with a number or without: Kirby finds one page of an id.
  const other = site.page(id.slice(0, id.length - slug.length) + name);
  const isOther = other !== undefined && other.folder !== folder && other.slug === name;
  return isOther || isTaken(site, folder, to)
    ? say`There is a page with the slug “${name}” already.`
    : { from: folder, to };
}

function isTaken(site: Site, from: SitePath, to: SitePath): boolean {
  return to !== from && site.mayHold(to);
}
