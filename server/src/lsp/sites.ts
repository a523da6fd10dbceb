import type { ContentDocument } from '../kirby/content/document.ts';
import type { Move } from '../features/rename/move.ts';
import { findRoots } from '../site/roots.ts';
import { type LiveSite, openSite } from '../site/open-site.ts';
import { contentFileKind } from '../site/recognise.ts';
import type { Site } from '../site/site.ts';
import type { SiteRoots } from '../site/site-roots.ts';
import type { SitePath } from '../site/site-path.ts';
import type { DiskOf } from './environment.ts';
import type { ProjectConfigs } from './project-configs.ts';
import { isPartOf, marksOtherSite, marksSite } from './site-marks.ts';
import { type FoundSite, type PlaceInSite, SitePlaces } from './site-places.ts';
import { type FolderUri, folderUri, toSitePath, toUri } from './uris.ts';

/** What the sites tell about themselves. */
export interface SitesListener {
  /** A site says something new. */
  changed(): void;
  /** Sites were found or have gone. */
  listed(): void;
  /** A site is being read, and that may take a while. */
  reading(ready: Promise<void>): void;
  failed(error: unknown): void;
  /** Fulfilled once the messages that wait already have been handled. */
  pause(): Promise<void>;
}

/** A checkout tells of thousands of files: after so many of them, whoever asks something goes first. */
const PATHS_AT_ONCE = 50;

/** Where a document stands: its site and its path there. */
export interface SitePlace {
  readonly site: Site;
  readonly path: SitePath;
  /** The URI of the folder that holds the site. */
  readonly folder: string;
  /** The folder with the users' accounts. */
  readonly accounts: SitePath;
}

/** A site, and the URIs of its files. */
export interface SiteWithUris {
  readonly site: Site;
  /** What can be asked of it that takes time. */
  readonly live: LiveSite;
  /** Whether an author may have to wait for its files. */
  readonly isFar: boolean;
  readonly uriOf: (path: SitePath) => string;
  /** The texts of files as the disk has them, in the order asked. */
  readonly texts: (paths: readonly SitePath[]) => Promise<readonly (string | undefined)[]>;
}

/** What moves in a site, or from one to another. */
export interface SiteMoves {
  readonly live: LiveSite;
  readonly moves: readonly Move[];
  readonly uriOf: (path: SitePath) => string | undefined;
  /** What a path is after the moves; left out where they stay in the site. */
  readonly uriAfter?: (path: SitePath) => string | undefined;
}

/** All sites in the folders of the workspace. */
export class Sites {
  /** What labels and help of blueprints are wanted in, the best first; of sites added from then on. */
  labelLanguages: readonly string[] = [];
  readonly #configs: ProjectConfigs;
  readonly #diskOf: DiskOf;
  readonly #listener: SitesListener;
  /** The sites found in each folder of the workspace, by the folder's URI. */
  readonly #folders = new Map<string, WorkspaceFolder>();
  /** Where the open documents stand in for their files. */
  readonly #placed = new Map<string, PlaceInSite>();
  /** The version of each open document that its site knows. */
  readonly #overlays = new Map<string, ContentDocument>();
  /** The text of each open blueprint that its site knows. */
  readonly #blueprints = new Map<string, string>();
  readonly #places = new SitePlaces(() => this.#sites());
  /** Folders in which sites are being looked for. */
  readonly #adding = new Set<Promise<void>>();
  /** Where the content is, for folders in which it is not found by itself. */
  #contentFolderOf: (folder: string) => string = () => '';

  constructor(diskOf: DiskOf, configs: ProjectConfigs, listener: SitesListener) {
    this.#diskOf = diskOf;
    this.#configs = configs;
    this.#listener = listener;
  }

  /** Looks for sites in a folder of the workspace and begins to read them. */
  async add(uri: string, first?: string): Promise<void> {
    const adding = this.#add(uri, first);
    this.#adding.add(adding);
    await adding;
    this.#adding.delete(adding);
  }

  async #add(uri: string, first?: string): Promise<void> {
    // What is found again goes on as it is.
    const before = this.#folders.get(uri)?.sites ?? [];
    const added: WorkspaceFolder = { sites: before };
    this.#folders.set(uri, added);
    this.#places.forget();
    try {
      const disk = this.#diskOf(uri);
      if (disk === undefined) return;
      const folder = folderUri(uri);
      const found = await findRoots(disk.fileSystem, { contentFolder: this.#contentFolderOf(uri) });
      const rootOf = (below: SitePath): FolderUri => folderUri(toUri(folder, below));
      await Promise.all(found.map((one) => this.#configs.read(rootOf(one.folder).uri.toString())));
      // Meanwhile the folder may have been removed, or added once more.
      if (this.#folders.get(uri) !== added) return;
      added.sites = found.map(({ folder: below, roots }): FoundSite => {
        const root = rootOf(below);
        const content = toUri(root, roots.content);
        const known = before.find((site) => site.content === content && isSame(site.roots, roots));
        if (known !== undefined) return known;
        const rootDisk = below === '' ? disk : this.#diskOf(root.uri.toString());
        const { fileSystem, isFar = false, ...readers } = rootDisk ?? disk;
        const start = first === undefined ? undefined : toSitePath(root, first);
        const live = openSite(fileSystem, roots, {
          ...readers,
          labelLanguages: this.labelLanguages,
          ...(start === undefined ? {} : { first: start }),
        });
        live.onChange(() => {
          this.#listener.changed();
        });
        if (isFar) this.#listener.reading(live.ready);
        return { folder: root, content, roots, live, isFar, open: new Map<SitePath, string>() };
      });
      this.#places.forget();
      const areSame =
        added.sites.length === before.length && added.sites.every((site) => before.includes(site));
      if (areSame) return;
      this.#setOverlays();
      this.#listener.listed();
      this.#listener.changed();
    } catch (error) {
      this.#listener.failed(error);
    }
  }

  remove(uri: string): void {
    this.#folders.delete(uri);
    this.#places.forget();
    this.#setOverlays();
    this.#listener.listed();
    this.#listener.changed();
  }

  /** Looks again in all folders, because the author says where the content is. */
  async setContentFolders(contentFolderOf: (folder: string) => string): Promise<void> {
    const folders = [...this.#folders.keys()];
    const before = folders.map(this.#contentFolderOf);
    this.#contentFolderOf = contentFolderOf;
    if (folders.every((folder, index) => contentFolderOf(folder) === before[index])) return;
    this.#folders.clear();
    this.#places.forget();
    await Promise.all(folders.map((folder) => this.add(folder)));
    this.#listener.listed();
  }

  /** The site of a document: of nested ones the innermost. */
  placeOf(uri: string): SitePlace | undefined {
    const found = this.#places.of(uri);
    return found === undefined
      ? undefined
      : {
          site: found.site.live.site,
          path: found.path,
          folder: found.site.folder.uri.toString(),
          accounts: found.site.roots.accounts,
        };
  }

  /** Whether a document is a content file of some site. */
  isContent(uri: string): boolean {
    const found = this.#places.of(uri);
    return (
      found !== undefined &&
      contentFileKind(
        found.path,
        found.site.roots,
        found.site.live.site.options.contentExtension,
      ) !== undefined
    );
  }

  /** The URI of a file of the site that a document belongs to. */
  uriOf(document: string, path: SitePath): string | undefined {
    const found = this.#places.of(document);
    return found === undefined ? undefined : uriAt(found.site, path);
  }

  /** The texts of files of the site that a document belongs to, as the disk has them. */
  async texts(
    document: string,
    paths: readonly SitePath[],
  ): Promise<readonly (string | undefined)[]> {
    return (await this.#places.of(document)?.site.live.texts(paths)) ?? [];
  }

  /** The site that a document belongs to, with its files. */
  liveSiteOf(document: string): LiveSite | undefined {
    return this.#places.of(document)?.site.live;
  }

  /** The moves of files and folders by the site they happen in, and by the one they lead to. */
  movesIn(files: readonly { readonly oldUri: string; readonly newUri: string }[]): SiteMoves[] {
    const groups: { readonly from: FoundSite; readonly to: FoundSite; readonly moves: Move[] }[] =
      [];
    for (const { oldUri, newUri } of files) {
      const from = this.#places.of(oldUri);
      // A move may change nothing but the letter case.
      const to = this.#places.asSpelled(newUri);
      if (from === undefined || to === undefined) continue;
      const known = groups.find((group) => group.from === from.site && group.to === to.site);
      const group = known ?? { from: from.site, to: to.site, moves: [] };
      if (known === undefined) groups.push(group);
      group.moves.push({ from: from.path, to: to.path });
    }
    return groups.map(({ from, to, moves }) => ({
      live: from.live,
      moves,
      uriOf: (path) => uriAt(from, path),
      ...(from === to ? {} : { uriAfter: (path) => uriAt(to, path) }),
    }));
  }

  /** The files and folders that move from a site to another one, or to where there is none. */
  leaving(files: readonly { readonly oldUri: string; readonly newUri: string }[]): string[] {
    return files.flatMap(({ oldUri, newUri }) => {
      const from = this.#places.of(oldUri);
      return from === undefined || from.site === this.#places.asSpelled(newUri)?.site ? [] : oldUri;
    });
  }

  all(): readonly SiteWithUris[] {
    return [...this.#sites()].map((found) => ({
      site: found.live.site,
      live: found.live,
      isFar: found.isFar,
      uriOf: (path) => uriAt(found, path),
      texts: (paths) => found.live.texts(paths),
    }));
  }

  /** Fulfilled when all sites that there are by then have been read; never rejected. */
  async ready(): Promise<void> {
    while (this.#adding.size > 0) await Promise.all(this.#adding);
    await Promise.all([...this.#sites()].map(({ live }) => live.ready));
  }

  /** An open document stands in for its file; `undefined` when it is closed. */
  edited(uri: string, content: ContentDocument | undefined): void {
    if (this.#overlays.get(uri) === content && this.#isPlacedAt(uri, this.#places.of(uri))) return;
    if (content === undefined) this.#overlays.delete(uri);
    else this.#overlays.set(uri, content);
    this.#setOverlay(uri, content);
  }

  /** An open blueprint stands in for its file; `undefined` when it is closed. */
  editedBlueprint(uri: string, text: string | undefined): void {
    if (this.#blueprints.get(uri) === text) return;
    if (text === undefined) this.#blueprints.delete(uri);
    else this.#blueprints.set(uri, text);
    this.#setBlueprint(uri, text);
  }

  /** Files were made, changed or deleted; each site gets its share at once. */
  async changed(uris: readonly string[]): Promise<void> {
    await Promise.all(
      [...this.#sites()].map(async ({ folder, live }) => {
        const paths = new Set<SitePath>();
        for (const [index, uri] of uris.entries()) {
          if (index % PATHS_AT_ONCE === PATHS_AT_ONCE - 1) await this.#listener.pause();
          const path = toSitePath(folder, uri);
          // Under both spellings: the change may be one of letter case.
          if (path !== undefined) paths.add(path).add(live.spelled(path));
        }
        if (paths.size > 0) await live.changed([...paths]);
      }),
    );
    await this.#lookForNew(uris);
  }

  /** A site may appear, or have its content elsewhere: somebody cloned one, or checked out a branch. */
  async #lookForNew(uris: readonly string[]): Promise<void> {
    const folders = [...this.#folders].filter(([folder, { sites }]) =>
      uris.some((uri) => {
        const path = toSitePath(folderUri(folder), uri);
        if (sites.length === 0) return marksSite(path);
        return marksOtherSite(path) && !sites.some((site) => isPartOf(site, uri));
      }),
    );
    await Promise.all(folders.map(([folder]) => this.add(folder)));
  }

  /** Whatever is open stands in for its file in the sites that are there by now. */
  #setOverlays(): void {
    for (const [uri, content] of this.#overlays) this.#setOverlay(uri, content);
    for (const [uri, text] of this.#blueprints) this.#setBlueprint(uri, text);
  }

  #setBlueprint(uri: string, text: string | undefined): void {
    const found = this.#places.of(uri);
    found?.site.live.setBlueprint(found.path, text);
  }

  /** The document stands in for its file, and for no other one, as the disk spells it by now. */
  #setOverlay(uri: string, content: ContentDocument | undefined): void {
    const found = content === undefined ? undefined : this.#places.of(uri);
    if (!this.#isPlacedAt(uri, found)) this.#takeAway(uri);
    if (found === undefined) return;
    this.#placed.set(uri, found);
    found.site.open.set(found.path, uri);
    found.site.live.setOverlay(found.path, content);
  }

  #isPlacedAt(uri: string, found: PlaceInSite | undefined): boolean {
    const placed = this.#placed.get(uri);
    return placed?.site === found?.site && placed?.path === found?.path;
  }

  #takeAway(uri: string): void {
    const placed = this.#placed.get(uri);
    if (placed === undefined) return;
    this.#placed.delete(uri);
    const { site, path } = placed;
    if (site.open.get(path) !== uri) return;
    site.open.delete(path);
    site.live.setOverlay(path, undefined);
    // The same file may be open under another spelling.
    for (const [other, at] of this.#placed) {
      if (at.site === site && at.path === path) this.#setOverlay(other, this.#overlays.get(other));
    }
  }

  /** Each site once, though folders of a workspace may lie in one another. */
  #sites(): Iterable<FoundSite> {
    const sites = new Map<string, FoundSite>();
    for (const folder of this.#folders.values()) {
      for (const site of folder.sites) sites.set(site.content, site);
    }
    return sites.values();
  }
}

/** The URI of a file of a site: the one that it is open under, if it is. */
function uriAt({ folder, open }: FoundSite, path: SitePath): string {
  return open.get(path) ?? toUri(folder, path);
}

interface WorkspaceFolder {
  /** Empty while they are looked for. */
  sites: readonly FoundSite[];
}

function isSame(roots: SiteRoots, others: SiteRoots): boolean {
  return JSON.stringify(roots) === JSON.stringify(others);
}
