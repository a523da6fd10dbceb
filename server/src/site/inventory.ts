import { asciiLower } from '../kirby/text/php.ts';
import { fileType, extensionOf, stemOf } from './file-types.ts';
import type { FolderFacts } from './folder-facts.ts';
import { naturallySorted, naturalOrder } from './natural-order.ts';
import { joinPath, type SitePath } from './site-path.ts';

/** The options of a site that decide what a folder of its content holds. */
export interface InventoryRules {
  /** `txt`. */
  readonly contentExtension: string;
  /** Codes of the languages; empty in a single-language site. */
  readonly languages: readonly string[];
  readonly defaultLanguage: string | undefined;
  /** Names that are nothing, besides those that begin with `.` or `_`. */
  readonly ignored: ReadonlySet<string>;
  /**
   * Whether metadata whose file is missing is metadata all the same. Kirby takes it for a page's
   * content; but where media are kept out of the repository, that holds only on this computer.
   */
  readonly trustsMetadata: boolean;
}

/** Whether a folder holds the same by these options as by others. */
export function sameRules(a: InventoryRules, b: InventoryRules): boolean {
  return (
    a.contentExtension === b.contentExtension &&
    a.languages.join('\n') === b.languages.join('\n') &&
    a.defaultLanguage === b.defaultLanguage &&
    a.trustsMetadata === b.trustsMetadata &&
    a.ignored.size === b.ignored.size &&
    [...a.ignored].every((name) => b.ignored.has(name))
  );
}

/**
 * What follows is how Kirby reads a folder (`Kirby\Filesystem\Dir::inventory()`), question by
 * question: most folders are asked for their template only.
 */

/** The folders in it that are pages, in natural order. */
export function pageFolders({ folders }: FolderFacts, rules: InventoryRules): readonly string[] {
  if (folders.length === 0) return folders;
  return naturallySorted(
    folders.filter((name) => !isIgnored(name, rules) && pageFolder(name).slug !== ''),
  );
}

/** The folders in it of which Kirby can make no page, since they have a number and no slug: `5_`. */
export function sluglessIn({ folders }: FolderFacts, rules: InventoryRules): readonly string[] {
  return naturallySorted(
    folders.filter(
      (name) => name.endsWith('_') && !isIgnored(name, rules) && pageFolder(name).slug === '',
    ),
  );
}

/** The template of the page, in lower case: one string for all pages that have it. */
export function templateIn(facts: FolderFacts, rules: InventoryRules): string {
  const stem = templateFile(facts, rules)?.stem ?? 'default';
  let template = templates.get(stem);
  if (template === undefined) {
    template = asciiLower(stem);
    // Broken sites have names like no other.
    if (templates.size >= MOST_TEMPLATES) templates.clear();
    templates.set(stem, template);
  }
  return template;
}

const templates = new Map<string, string>();
const MOST_TEMPLATES = 1_000;

/** The file that gives the page its template: of all content files that describe no file the last. */
export function templateFile(
  { files }: FolderFacts,
  rules: InventoryRules,
): { readonly name: string; readonly stem: string } | undefined {
  let last: { readonly name: string; readonly stem: string } | undefined;
  for (const { name } of files) {
    if (!isContent(name, rules)) continue;
    const stem = contentStem(name, rules);
    if (hasFile(files, stem, rules)) continue;
    if (rules.trustsMetadata && metadataOwner(name, rules) !== undefined) continue;
    if (last === undefined || naturalOrder(last.stem, stem) < 0) last = { name, stem };
  }
  return last;
}

/** A file of a folder: one that is there, or one of which only the metadata is. */
export interface FoundFile {
  readonly name: string;
  readonly isThere: boolean;
}

/** Kirby's files in natural order, with those of which only the metadata is there. */
export function filesIn({ files }: FolderFacts, rules: InventoryRules): readonly FoundFile[] {
  const found = new Map<string, boolean>();
  for (const { name } of files) {
    if (isFile(name, rules) && !isIgnored(name, rules)) found.set(name, true);
  }
  for (const { name } of files) {
    const owner = isContent(name, rules) ? metadataOwner(name, rules) : undefined;
    if (owner !== undefined && !found.has(owner)) found.set(owner, false);
  }
  return naturallySorted(found.keys()).map((name) => ({ name, isThere: found.get(name) === true }));
}

function isContent(name: string, rules: InventoryRules): boolean {
  return extensionOf(name) === rules.contentExtension && !isIgnored(name, rules);
}

function hasFile(files: FolderFacts['files'], name: string, rules: InventoryRules): boolean {
  return name.includes('.') && files.some((file) => file.name === name) && isFile(name, rules);
}

/** `1_article` → number 1, slug `article`. A part before `_` that is no number counts as 0. */
export function pageFolder(name: string): {
  readonly num: number | undefined;
  readonly slug: string;
} {
  const separator = name.indexOf('_');
  if (separator <= 0) return { num: undefined, slug: name };
  const digits = leadingDigits(name);
  // As nearly all are.
  if (digits === separator && digits < 16) {
    return { num: Number(name.slice(0, separator)), slug: name.slice(separator + 1) };
  }
  const number = /^[ \t\n\r\v\f]*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/.exec(
    name.slice(0, separator),
  );
  // Adding zero makes an ordinary zero of a negative one.
  const num = number === null ? 0 : Math.trunc(Number(number[0])) + 0;
  return { num: Number.isFinite(num) ? num : 0, slug: name.slice(separator + 1) };
}

function leadingDigits(name: string): number {
  let count = 0;
  while (name.charCodeAt(count) >= 48 && name.charCodeAt(count) <= 57) count++;
  return count;
}

/** Whether Kirby passes over a file or folder of the content. */
export function isIgnored(name: string, { ignored }: Pick<InventoryRules, 'ignored'>): boolean {
  return name.startsWith('.') || name.startsWith('_') || ignored.has(name);
}

/** Whether a name is that of a file to Kirby, and not of content or of nothing. */
export function isFile(
  name: string,
  { contentExtension }: Pick<InventoryRules, 'contentExtension'>,
): boolean {
  const extension = extensionOf(name);
  return (
    extension !== contentExtension &&
    extension !== 'htm' &&
    extension !== 'html' &&
    extension !== 'php'
  );
}

/** What Kirby derives a template from: in several languages one more part is taken off, whatever it is. */
export function contentStem(name: string, { languages }: InventoryRules): string {
  return languages.length === 0 ? stemOf(name) : stemOf(stemOf(name));
}

/** The name of a content file, taken apart. */
export interface ContentName {
  /** `article`, or `photo.jpg` of `photo.jpg.de.txt`. */
  readonly stem: string;
  /** A language of the site. */
  readonly language: string | undefined;
}

/** `article.de.txt` → `article` in `de`, where the site has that language. */
export function contentName(
  name: string,
  { languages }: Pick<InventoryRules, 'languages'>,
): ContentName {
  const stem = stemOf(name);
  const code = languages.find((language) => language !== '' && stem.endsWith(`.${language}`));
  return code === undefined
    ? { stem, language: undefined }
    : { stem: stem.slice(0, -code.length - 1), language: code };
}

/**
 * The file that a content file describes by its name alone: `photo.jpg` of `photo.jpg.txt`.
 * `undefined` for the content of a page. Templates may hold dots too; only what ends like a file
 * that Kirby knows is taken for one.
 */
export function metadataOwner(
  name: string,
  rules: Pick<InventoryRules, 'languages' | 'contentExtension'>,
): string | undefined {
  const { stem } = contentName(name, rules);
  const isOwner = stem.includes('.') && fileType(stem) !== undefined && isFile(stem, rules);
  return isOwner ? stem : undefined;
}

/** The metadata files of a file, in all languages. */
export function metadataIn(
  { path, files }: FolderFacts,
  file: string,
  rules: InventoryRules,
): readonly SitePath[] {
  return files.flatMap(({ name }) =>
    isContent(name, rules) && contentName(name, rules).stem === file ? [joinPath(path, name)] : [],
  );
}

/** The name of the content file of a page's template or of a file, in the default language. */
export function defaultContentName(
  stem: string,
  {
    contentExtension,
    defaultLanguage,
  }: Pick<InventoryRules, 'contentExtension' | 'defaultLanguage'>,
): string {
  return defaultLanguage === undefined
    ? `${stem}.${contentExtension}`
    : `${stem}.${defaultLanguage}.${contentExtension}`;
}

/**
 * Whether a content file seems to describe a file, beside which others stand. Less is asked than
 * by `metadataOwner()`: it is called before the languages of the site are known.
 */
export function describesFile(name: string, siblings: ReadonlySet<string>): boolean {
  const stem = stemOf(name);
  const isOwner = (owner: string): boolean =>
    (owner.includes('.') && fileType(owner) !== undefined) || siblings.has(owner);
  return isOwner(stem) || (stem.includes('.') && isOwner(stemOf(stem)));
}
