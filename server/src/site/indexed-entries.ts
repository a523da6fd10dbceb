import { factOf, type FileFact, type FolderFacts } from './folder-facts.ts';
import {
  defaultContentName,
  filesIn,
  type InventoryRules,
  pageFolder,
  templateIn,
} from './inventory.ts';
import type { FileEntry, PageEntry, SiteEntry } from './site.ts';
import { folderOf, joinPath, nameOf, type SitePath } from './site-path.ts';

/** The site as the content folder tells. Its files are made when somebody asks for them. */
export class IndexedSite implements SiteEntry {
  readonly kind = 'site';
  readonly folder: SitePath;
  readonly title: string | undefined;
  readonly #facts: FolderFacts;
  readonly #rules: InventoryRules;
  #files: ReadonlyMap<string, FileEntry> | undefined;

  constructor(facts: FolderFacts, rules: InventoryRules) {
    this.folder = facts.path;
    this.title = factOf(facts, defaultContentName('site', rules))?.summary?.title;
    this.#facts = facts;
    this.#rules = rules;
  }

  get files(): ReadonlyMap<string, FileEntry> {
    return (this.#files ??= makeFiles(this.#facts, '', this.#rules));
  }
}

/**
 * A page as its folder tells. What few ask for is made when somebody does: a site has ten thousand
 * pages.
 */
export class IndexedPage implements PageEntry {
  readonly kind = 'page';
  readonly id: string;
  readonly template: string;
  readonly #facts: FolderFacts;
  readonly #content: FileFact | undefined;
  readonly #rules: InventoryRules;
  #files: ReadonlyMap<string, FileEntry> | undefined;

  constructor(facts: FolderFacts, id: string, rules: InventoryRules) {
    this.id = id;
    this.template = templateIn(facts, rules);
    this.#facts = facts;
    this.#content = factOf(facts, defaultContentName(this.template, rules));
    this.#rules = rules;
  }

  get folder(): SitePath {
    return this.#facts.path;
  }

  get slug(): string {
    return this.id.slice(this.id.lastIndexOf('/') + 1);
  }

  get num(): number | undefined {
    return folderMeaning(this.folder).num;
  }

  get status(): PageEntry['status'] {
    return folderMeaning(this.folder).status;
  }

  get title(): string | undefined {
    return this.#content?.summary?.title;
  }

  get uuid(): string | undefined {
    return this.#content?.summary?.uuid;
  }

  get contentPath(): SitePath | undefined {
    return this.#content && joinPath(this.folder, this.#content.name);
  }

  get files(): ReadonlyMap<string, FileEntry> {
    return (this.#files ??= makeFiles(this.#facts, `${this.id}/`, this.#rules));
  }
}

/** What the name of a page's folder, and the folder around it, say of the page. */
export function folderMeaning(path: SitePath): Pick<PageEntry, 'num' | 'slug' | 'status'> {
  const { num, slug } = pageFolder(nameOf(path));
  const isDraft = nameOf(folderOf(path)) === '_drafts';
  return { num, slug, status: isDraft ? 'draft' : num === undefined ? 'unlisted' : 'listed' };
}

function makeFiles(
  facts: FolderFacts,
  prefix: string,
  rules: InventoryRules,
): ReadonlyMap<string, FileEntry> {
  const found = filesIn(facts, rules);
  if (found.length === 0) return none;
  const contents = new Map(facts.files.map((file) => [file.name, file]));
  return new Map(
    found.map(({ name, isThere }): [string, FileEntry] => {
      const metadata = contents.get(defaultContentName(name, rules));
      const entry: FileEntry = {
        kind: 'file',
        path: joinPath(facts.path, name),
        name,
        id: prefix + name,
        uuid: metadata?.summary?.uuid,
        hasBinary: isThere,
        metadata: metadata && joinPath(facts.path, metadata.name),
        content: metadata?.summary?.content ?? noContent,
      };
      return [name, entry];
    }),
  );
}

const none: ReadonlyMap<string, FileEntry> = new Map();
const noContent: Readonly<Record<string, string>> = {};
