import type { FolderFacts } from './folder-facts.ts';
import { IndexedPage, IndexedSite } from './indexed-entries.ts';
import { type InventoryRules, isIgnored, pageFolder, pageFolders } from './inventory.ts';
import type { PageEntry, SiteEntry } from './site.ts';
import { folderOf, joinPath, nameOf, type SitePath } from './site-path.ts';

/** Where drafts of a page, or of the site, stand. */
export const DRAFTS = '_drafts';

/**
 * Pages and files, derived from what the folders hold. Everything is made when it is first asked
 * for, and kept as long as its folder stays as it is. New options need a new tree.
 */
export class PageTree {
  readonly #facts: ReadonlyMap<SitePath, FolderFacts>;
  readonly #root: SitePath;
  readonly #rules: InventoryRules;
  readonly #children = new WeakMap<FolderFacts, ReadonlyMap<string, SitePath>>();
  readonly #entries = new WeakMap<FolderFacts, PageEntry | SiteEntry>();
  /** The folder around the page whose id was asked for last. */
  #around: { readonly folder: SitePath; readonly prefix: string | undefined } | undefined;

  constructor(facts: ReadonlyMap<SitePath, FolderFacts>, root: SitePath, rules: InventoryRules) {
    this.#facts = facts;
    this.#root = root;
    this.#rules = rules;
  }

  /** The site: its files stand in the content folder itself. */
  site(): SiteEntry {
    const entry = this.folder(this.#root);
    return entry?.kind === 'site'
      ? entry
      : { kind: 'site', folder: this.#root, title: undefined, files: new Map() };
  }

  /** The page whose folder this is; `undefined` for one that Kirby passes over. */
  folder(path: SitePath): PageEntry | SiteEntry | undefined {
    const facts = this.#facts.get(path);
    if (facts === undefined) return undefined;
    const known = this.#entries.get(facts);
    if (known !== undefined) return known;
    const entry = path === this.#root ? new IndexedSite(facts, this.#rules) : this.#newPage(facts);
    if (entry !== undefined) this.#entries.set(facts, entry);
    return entry;
  }

  page(path: SitePath): PageEntry | undefined {
    const entry = this.folder(path);
    return entry?.kind === 'page' ? entry : undefined;
  }

  /**
   * Folders of the children of a page or of the site, by slug. Of two with one slug the later takes
   * the place of the earlier: Kirby's collections are keyed by id.
   */
  children(path: SitePath): ReadonlyMap<string, SitePath> {
    const facts = this.#facts.get(path);
    if (facts === undefined || facts.folders.length === 0) return none;
    let children = this.#children.get(facts);
    if (children === undefined) {
      children = new Map(
        pageFolders(facts, this.#rules).map((name) => [
          pageFolder(name).slug,
          this.#ownPath(joinPath(path, name)),
        ]),
      );
      this.#children.set(facts, children);
    }
    return children;
  }

  drafts(path: SitePath): ReadonlyMap<string, SitePath> {
    const hasDrafts = this.#facts.get(path)?.folders.includes(DRAFTS) === true;
    return hasDrafts ? this.children(joinPath(path, DRAFTS)) : none;
  }

  /** A child by the slug that it has in another language than the default one. */
  translatedChild(path: SitePath, slug: string): PageEntry | undefined {
    if (this.#rules.languages.length === 0 || slug === '') return undefined;
    for (const child of this.children(path).values()) {
      const files = this.#facts.get(child)?.files ?? [];
      if (files.some(({ summary }) => summary?.slug === slug)) return this.page(child);
    }
    return undefined;
  }

  /** All pages below a folder, drafts after children, in the order of `PageUuid::index()`. */
  *pages(below: SitePath = this.#root): Generator<PageEntry> {
    const folders = [below];
    // A stack instead of recursion: each level of nested generators would slow every page down.
    for (let path = folders.pop(); path !== undefined; path = folders.pop()) {
      const page = path === below ? undefined : this.page(path);
      if (page !== undefined) yield page;
      else if (path !== below) continue;
      const inside = [...this.children(path).values(), ...this.drafts(path).values()];
      for (let index = inside.length - 1; index >= 0; index--) {
        const folder = inside[index];
        if (folder !== undefined) folders.push(folder);
      }
    }
  }

  /** The id that a path gives the page in it: the slugs on the way; `undefined`: no page. */
  pageId(path: SitePath): string | undefined {
    const isBelow = this.#root === '' ? path !== '' : path.startsWith(`${this.#root}/`);
    return isBelow ? this.#idBelow(path) : undefined;
  }

  #idBelow(path: SitePath): string | undefined {
    const name = nameOf(path);
    const { slug } = pageFolder(name);
    if (isIgnored(name, this.#rules) || slug === '') return undefined;
    const folder = folderOf(path);
    // Most that are asked for stand beside the one before.
    if (this.#around?.folder !== folder) this.#around = { folder, prefix: this.#prefixIn(folder) };
    const { prefix } = this.#around;
    return prefix === undefined ? undefined : prefix + slug;
  }

  /** What the ids of all pages in a folder begin with; `undefined`: there are none. */
  #prefixIn(folder: SitePath): string | undefined {
    if (folder === this.#root) return '';
    const outer = folderOf(folder);
    const areDrafts = nameOf(folder) === DRAFTS;
    if (areDrafts && outer === this.#root) return '';
    const id = this.#idBelow(areDrafts ? outer : folder);
    return id === undefined ? undefined : `${id}/`;
  }

  #newPage(facts: FolderFacts): PageEntry | undefined {
    const id = this.pageId(facts.path);
    return id === undefined ? undefined : new IndexedPage(facts, id, this.#rules);
  }

  /** The string that the folder has already, so that there is one of each. */
  #ownPath(path: SitePath): SitePath {
    return this.#facts.get(path)?.path ?? path;
  }
}

const none: ReadonlyMap<string, SitePath> = new Map();
