import { identity } from '../../site/mentions/find.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import { isFile } from '../../site/inventory.ts';
import type { MentionTarget } from '../../site/mentions/mentions.ts';
import { DRAFTS } from '../../site/page-tree.ts';
import { changesOf } from '../../site/panel-changes.ts';
import type { FileEntry, PageEntry, Site } from '../../site/site.ts';
import { folderOf, joinPath, nameOf, sitePath, type SitePath } from '../../site/site-path.ts';

/** A file or a folder of the content that gets another name or another place. */
export interface Move {
  readonly from: SitePath;
  readonly to: SitePath;
}

/** Where a path lies after the moves: that of a file in a moved folder changes with it. */
export function moved(path: SitePath, moves: readonly Move[]): SitePath {
  for (const { from, to } of moves) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return sitePath(to + path.slice(from.length));
  }
  return path;
}

/** The pages and files whose ids the moves change or take away, those inside of moved folders too. */
export function movedTargets(
  site: Site,
  moves: readonly Move[],
): readonly (FileEntry | PageEntry)[] {
  const targets = moves.flatMap(({ from }) => targetsAt(site, from));
  return [...new Map(targets.map((target) => [identity(target), target])).values()].filter(
    (target) => idAfter(site, target, moves) !== target.id || isDraftAfter(target, moves),
  );
}

/** Whether something is, or is in, a draft after the moves: Kirby finds no page there by its id. */
export function isDraftAfter(target: MentionTarget, moves: readonly Move[]): boolean {
  return target.kind === 'page' && moved(target.folder, moves).split('/').includes(DRAFTS);
}

/** Files of the site itself that a page cannot mention any more, because the moves give it one of that name. */
export function hiddenTargets(site: Site, moves: readonly Move[]): readonly FileEntry[] {
  const { contentFolder } = site.options;
  const names = new Set(
    moves
      .filter(({ from, to }) => fileAt(site, from) && folderOf(to) !== contentFolder)
      .map(({ to }) => asciiLower(nameOf(to))),
  );
  const files = names.size === 0 ? [] : (site.folder(contentFolder)?.files.values() ?? []);
  return [...files].filter(({ name }) => names.has(asciiLower(name)));
}

/** The id that a page or a file has after the moves; `undefined`: it is none of the content any more. */
export function idAfter(
  site: Site,
  target: FileEntry | PageEntry,
  moves: readonly Move[],
): string | undefined {
  if (target.kind === 'page') return site.idAt(moved(target.folder, moves));
  const path = moved(target.path, moves);
  const folder = folderOf(path);
  // Under such a name Kirby passes over it, or takes it for content.
  if (/^[._]/.test(nameOf(path)) || !isFile(nameOf(path), site.options)) return undefined;
  if (folder === site.options.contentFolder) return nameOf(path);
  const owner = site.idAt(folder);
  return owner === undefined ? undefined : `${owner}/${nameOf(path)}`;
}

/** The metadata files that go with moved files, and are not moved already. */
export function companions(site: Site, moves: readonly Move[]): readonly Move[] {
  const known = new Set(moves.map(({ from }) => from));
  return moves.flatMap(({ from, to }) => {
    const file = fileAt(site, from);
    if (file === undefined) return [];
    return site
      .metadataOf(file)
      .filter((path) => !known.has(path))
      .map((path) => ({
        from: path,
        to: joinPath(folderOf(to), nameOf(to) + nameOf(path).slice(file.name.length)),
      }));
  });
}

/**
 * Where unsaved changes of the metadata of moved files belong after the moves: the index knows nothing of
 * them, so that not all are there.
 *
 * Mirrors `Kirby\Content\Storage::moveAll()`, which takes along all versions of a file's content.
 */
export function unsavedCompanions(site: Site, moves: readonly Move[]): readonly Move[] {
  const known = new Set(moves.map(({ from }) => from));
  return moves.flatMap(({ from, to }) => {
    const file = fileAt(site, from);
    if (file === undefined) return [];
    return unsavedMetadata(site, file)
      .filter((path) => !known.has(path))
      .map((path) => ({
        from: path,
        to: changesOf(sitePath(to + nameOf(path).slice(file.name.length))),
      }));
  });
}

/** Where the Panel would keep unsaved changes of what it says about a file: not all of these are there. */
export function unsavedMetadata(
  { options: { contentExtension, languages } }: Site,
  { path }: FileEntry,
): readonly SitePath[] {
  const parts = languages.length === 0 ? [''] : languages.map((code) => `.${code}`);
  return parts.map((part) => changesOf(sitePath(`${path}${part}.${contentExtension}`)));
}

/** The file of a page or of the site at a path. */
export function fileAt(site: Site, path: SitePath): FileEntry | undefined {
  return site.folder(folderOf(path))?.files.get(nameOf(path));
}

/** The pages and files that are, or lie in, what stands at a path. */
export function targetsAt(site: Site, path: SitePath): readonly (FileEntry | PageEntry)[] {
  const file = fileAt(site, path);
  if (file !== undefined) return [file];
  const found: (FileEntry | PageEntry)[] = [];
  for (const page of site.pages()) {
    const { folder } = page;
    if (folder === path || folder.startsWith(`${path}/`)) found.push(page, ...page.files.values());
  }
  return found;
}
