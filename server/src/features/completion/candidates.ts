import { folderOf } from '../../site/site-path.ts';
import type { FileEntry, Model, PageEntry, Site } from '../../site/site.ts';

export interface FileCandidate {
  readonly file: FileEntry;
  /** Whether it belongs to the model itself, so that its name is enough. */
  readonly isOwn: boolean;
  /** `undefined`: the site. */
  readonly owner: PageEntry | undefined;
}

/**
 * All files: first those that are likeliest, then those beside the document, then the site's, then the
 * other pages'.
 */
export function* fileCandidates(
  site: Site,
  model: Model,
  likely: readonly FileEntry[],
): Iterable<FileCandidate> {
  const paths = new Set(likely.map(({ path }) => path));
  const own = ownerOf(site, model)?.folder;
  for (const file of likely) {
    const folder = folderOf(file.path);
    const owner = site.folder(folder);
    if (owner !== undefined) yield { file, isOwn: folder === own, owner: pageAmong(owner) };
  }
  for (const candidate of allFiles(site, model)) {
    if (!paths.has(candidate.file.path)) yield candidate;
  }
}

/** All pages: first those that are likeliest, then the others in Kirby's order. */
export function* pageCandidates(site: Site, likely: readonly PageEntry[]): Iterable<PageEntry> {
  const folders = new Set(likely.map(({ folder }) => folder));
  yield* likely;
  for (const page of site.pages()) if (!folders.has(page.folder)) yield page;
}

function* allFiles(site: Site, model: Model): Iterable<FileCandidate> {
  const own = ownerOf(site, model);
  if (own !== undefined) yield* filesOf(own, true);
  const root = site.folder(site.options.contentFolder);
  if (root !== undefined && root.kind !== own?.kind) yield* filesOf(root, false);
  for (const page of site.pages()) {
    if (page.id !== (own?.kind === 'page' ? own.id : undefined)) yield* filesOf(page, false);
  }
}

export type Owner = NonNullable<ReturnType<Site['folder']>>;

/** Whose files a bare name is looked up among; of users' files nothing is known. */
export function ownerOf(site: Site, model: Model): Owner | undefined {
  switch (model.kind) {
    case 'page':
      return model.page;
    case 'site':
      return site.folder(site.options.contentFolder);
    case 'file':
      return site.folder(folderOf(model.file.path));
    case 'user':
      return undefined;
  }
}

function* filesOf(owner: Owner, isOwn: boolean): Iterable<FileCandidate> {
  for (const file of owner.files.values()) {
    yield { file, isOwn, owner: pageAmong(owner) };
  }
}

function pageAmong(owner: Owner): PageEntry | undefined {
  return owner.kind === 'page' ? owner : undefined;
}
