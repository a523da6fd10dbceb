import { parseContent } from '../kirby/content/parse.ts';
import { extensionOf } from './file-types.ts';
import type { FileFact, FolderFacts } from './folder-facts.ts';
import type { FileSystem, FolderListing } from './file-system.ts';
import { describesFile } from './inventory.ts';
import { folderOf, joinPath, nameOf, type SitePath } from './site-path.ts';
import { isReadPart, isSitePart, sitePart } from './site-parts.ts';
import { isInContent, type SiteRoots } from './site-roots.ts';
import { listSharing, summarise, type TextSummary, valueSharing } from './summary.ts';

/** What is to be read of a site. It can be sent to another thread. */
export interface ScanRequest {
  readonly roots: SiteRoots;
  readonly contentExtension: string;
  /** Folders that are read without those in them, before anything else. */
  readonly folders: readonly FolderRequest[];
  /** Folders that are read with all below. */
  readonly trees: readonly SitePath[];
  /** Whether to tell the UUIDs of files before all else: with them it is known which are missing. */
  readonly tellsFileUuids?: boolean;
}

export interface FolderRequest {
  readonly path: SitePath;
  /** The files that are summarised; `undefined`: all. */
  readonly files?: readonly string[];
}

/** What was read. A scan gives many of these, one after the other. */
export interface ScanBatch {
  readonly folders: readonly FolderFacts[];
  /** Parts of `site/` by `sitePart()`, with their texts where these are read. */
  readonly parts: readonly (readonly [string, string])[];
  /** Folders that were asked for and are not there. */
  readonly gone: readonly SitePath[];
  /** The UUIDs of all files in the content, one a line; some that are none may be among them. */
  readonly fileUuids?: string;
}

/** Something that reads sites: this thread or another one. */
export interface Scanner {
  scan(request: ScanRequest, take: (batch: ScanBatch) => void): Promise<void>;
}

/** A file system that may summarise files itself, which saves making text of all their bytes. */
export interface ScanSource extends FileSystem {
  summaries?(files: readonly SummaryRequest[]): Promise<readonly (TextSummary | undefined)[]>;
  /**
   * The same as `walk()`, and on the way what seems to be a UUID in some of the files, one a line: that
   * takes a fraction of the time of summaries.
   *
   * @param isRead whether a file is one of these
   */
  walkForUuids?(
    folder: SitePath,
    enters: (name: string) => boolean,
    isRead: (name: string, siblings: ReadonlySet<string>) => boolean,
  ): Promise<{ readonly folders: readonly FolderListing[]; readonly uuids: string }>;
}

export interface SummaryRequest {
  readonly path: SitePath;
  /** Whether to keep all of its fields. */
  readonly isWhole: boolean;
}

/** A scanner that reads in this thread, as its file system does. */
export function scannerOf(source: ScanSource): Scanner {
  const reader: Reader = { source, share: listSharing(), shareValue: valueSharing() };
  return { scan: (request, take) => scan(reader, request, take) };
}

/** Reads, and gives the same list and the same string for the same names and values. */
interface Reader {
  readonly source: ScanSource;
  readonly share: ReturnType<typeof listSharing>;
  readonly shareValue: ReturnType<typeof valueSharing>;
}

/** How many folders go into one batch: a few milliseconds of work for whoever takes it. */
const BATCH = 100;

/** Reads what is asked for, batch by batch. */
async function scan(
  reader: Reader,
  request: ScanRequest,
  take: (batch: ScanBatch) => void,
): Promise<void> {
  const { source } = reader;
  const listings = await Promise.all(request.folders.map(({ path }) => source.list(path)));
  const found = listings.filter((listing) => listing !== undefined);
  const gone = request.folders.flatMap(({ path }, index) =>
    listings[index] === undefined ? [path] : [],
  );
  const wanted = new Map(request.folders.map(({ path, files }) => [path, files]));
  if (found.length + gone.length > 0) {
    take({ ...(await readBatch(reader, request, found, (path) => wanted.get(path))), gone });
  }
  for (const tree of request.trees) {
    const isContent = isInContent(tree, request.roots);
    const survey =
      isContent && request.tellsFileUuids === true
        ? await source.walkForUuids?.(tree, entersContent, isMetadata(request))
        : undefined;
    if (survey !== undefined) {
      take({ folders: [], parts: [], gone: [], fileUuids: survey.uuids });
    }
    const all =
      survey?.folders ?? (await source.walk(tree, isContent ? entersContent : entersSite));
    for (let start = 0; start < all.length; start += BATCH) {
      const batch = all.slice(start, start + BATCH);
      take(await readBatch(reader, request, batch, () => undefined));
    }
    if (all.length === 0) take({ folders: [], parts: [], gone: [tree] });
  }
}

/** Whether a file describes another one, as far as its name tells: a small file, as half of all are. */
function isMetadata({ contentExtension }: ScanRequest) {
  return (name: string, siblings: ReadonlySet<string>): boolean =>
    isSummarised(name, contentExtension) && describesFile(name, siblings);
}

/** Whether Kirby, or a writer of drafts, goes into a folder of the content. */
export function entersContent(name: string): boolean {
  return name === '_drafts' || !(name.startsWith('.') || name.startsWith('_'));
}

function entersSite(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules' && name !== 'vendor';
}

/** Whether the text of a file in the content says anything to the index. */
export function isSummarised(name: string, contentExtension: string): boolean {
  return extensionOf(name) === contentExtension && !name.startsWith('.') && !name.startsWith('_');
}

/**
 * Whether all fields of a content file are kept: of the metadata of files, which templates print,
 * and of the site, which blueprints take options from.
 */
export function isKeptWhole(
  path: SitePath,
  siblings: ReadonlySet<string>,
  root: SitePath,
): boolean {
  const name = nameOf(path);
  return describesFile(name, siblings) || (folderOf(path) === root && name.startsWith('site.'));
}

async function readBatch(
  reader: Reader,
  request: ScanRequest,
  listings: readonly FolderListing[],
  filesOf: (path: SitePath) => readonly string[] | undefined,
): Promise<ScanBatch> {
  const content = listings.filter(({ path }) => isInContent(path, request.roots));
  const site = listings.filter(({ path }) => !isInContent(path, request.roots));
  const [folders, parts] = await Promise.all([
    readFolders(reader, content, request, filesOf),
    readParts(reader.source, site, request.roots),
  ]);
  return { folders, parts, gone: [] };
}

async function readFolders(
  { source, share, shareValue }: Reader,
  listings: readonly FolderListing[],
  { contentExtension, roots }: ScanRequest,
  filesOf: (path: SitePath) => readonly string[] | undefined,
): Promise<readonly FolderFacts[]> {
  const requests: SummaryRequest[] = [];
  const places = new Map<FolderListing, ReadonlyMap<string, number>>();
  for (const listing of listings) {
    const { path, files } = listing;
    const wanted = filesOf(path);
    const siblings = new Set(files);
    const inFolder = new Map<string, number>();
    for (const name of files) {
      if (!isSummarised(name, contentExtension) || wanted?.includes(name) === false) continue;
      const file = joinPath(path, name);
      inFolder.set(name, requests.length);
      requests.push({ path: file, isWhole: isKeptWhole(file, siblings, roots.content) });
    }
    places.set(listing, inFolder);
  }
  const summaries = await summariesOf(source, requests);
  const shared = (summary: TextSummary | undefined): TextSummary | undefined =>
    summary && {
      title: summary.title,
      uuid: summary.uuid,
      slug: summary.slug,
      names: share(summary.names),
      values: summary.values.map(shareValue),
      content: summary.content,
    };
  return listings.map((listing) => ({
    path: listing.path,
    folders: listing.folders,
    files: listing.files.map((name): FileFact => {
      const place = places.get(listing)?.get(name);
      const summary = place === undefined ? undefined : shared(summaries[place]);
      return { name: shareValue(name) ?? name, summary };
    }),
  }));
}

async function summariesOf(
  source: ScanSource,
  requests: readonly SummaryRequest[],
): Promise<readonly (TextSummary | undefined)[]> {
  if (requests.length === 0) return [];
  if (source.summaries !== undefined) return source.summaries(requests);
  const texts = await source.readFiles(requests.map(({ path }) => path));
  return requests.map(({ isWhole }, index) => {
    const text = texts[index];
    return text === undefined ? undefined : summarise(parseContent(text), { isWhole });
  });
}

async function readParts(
  source: ScanSource,
  listings: readonly FolderListing[],
  roots: SiteRoots,
): Promise<readonly (readonly [string, string])[]> {
  const parts: [string, string][] = [];
  const reads: { readonly part: string; readonly path: SitePath }[] = [];
  for (const { path, files, folders } of listings) {
    for (const name of files) {
      const file = joinPath(path, name);
      const part = sitePart(file, roots);
      if (part === undefined || !isSitePart(part)) continue;
      if (isReadPart(part)) reads.push({ part, path: file });
      else parts.push([part, '']);
    }
    if (path === roots.plugins) for (const name of folders) parts.push([`plugins/${name}/`, '']);
    if (path === roots.accounts) for (const name of folders) parts.push([`accounts/${name}/`, '']);
  }
  const texts = reads.length === 0 ? [] : await source.readFiles(reads.map(({ path }) => path));
  for (const [index, { part }] of reads.entries()) {
    const text = texts[index];
    if (text !== undefined) parts.push([part, text]);
  }
  return parts;
}
