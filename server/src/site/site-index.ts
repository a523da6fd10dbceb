import type { ContentDocument } from '../kirby/content/document.ts';
import type { BlueprintSet } from './blueprint-set.ts';
import { contentFileAt } from './content-file.ts';
import { extensionOf } from './file-types.ts';
import { factOf, type FolderFacts } from './folder-facts.ts';
import { FolderStore } from './folder-store.ts';
import type { InventoryRules } from './inventory.ts';
import { MediaCount } from './media-count.ts';
import { nearFiles, nearPages } from './near.ts';
import { PageTree } from './page-tree.ts';
import { anyPage, findFile, findPage, type Lookup } from './resolve.ts';
import type {
  ContentFile,
  FileResolution,
  Model,
  PageEntry,
  PageResolution,
  Site,
  SiteEntry,
  SiteOptions,
  Unread,
} from './site.ts';
import { folderOf, nameOf, type SitePath } from './site-path.ts';
import type { SiteRoots } from './site-roots.ts';
import { whyUnread } from './unread.ts';

/** What a reading of the site brings; anything left out stays as it is. */
export interface IndexBatch {
  /** Folders of the content as they are. What is not among a folder's folders any more is gone. */
  readonly folders?: readonly FolderFacts[];
  /** Folders of the content that are gone, with everything below. */
  readonly gone?: readonly SitePath[];
  readonly settings?: SiteSettings;
  readonly state?: Site['state'];
}

/** What the files of `site/` say. */
export interface SiteSettings {
  readonly options: SiteOptions;
  /** Names in the content that Kirby passes over (`content.ignore`). */
  readonly ignored: ReadonlySet<string>;
  readonly blueprints: BlueprintSet;
}

/**
 * Everything that is known of a site, in memory. It changes only by `apply()` and `overlay()`;
 * whatever they bring at once is one revision.
 */
export class SiteIndex implements Site {
  readonly #roots: SiteRoots;
  readonly #store = new FolderStore((before, after) => {
    this.#media.replace(before, after);
  });
  readonly #fieldNames = new Map<string, readonly string[]>();
  #settings: SiteSettings;
  #media: MediaCount;
  #tree: PageTree;
  #rules: InventoryRules;
  #revision = 0;
  #state: Site['state'] = 'loading';

  constructor(roots: SiteRoots, settings: SiteSettings) {
    this.#roots = roots;
    this.#settings = settings;
    this.#rules = rulesFrom(settings, 'present');
    this.#media = new MediaCount(this.#rules);
    this.#tree = this.#newTree();
  }

  get revision(): number {
    return this.#revision;
  }

  get state(): Site['state'] {
    return this.#state;
  }

  get options(): SiteOptions {
    return this.#settings.options;
  }

  get blueprints(): BlueprintSet {
    return this.#settings.blueprints;
  }

  get media(): Site['media'] {
    return this.#rules.trustsMetadata ? 'mostly-absent' : 'present';
  }

  /** The folders of the content without the documents that are open. */
  get onDisk(): ReadonlyMap<SitePath, FolderFacts> {
    return this.#store.onDisk;
  }

  /** Takes over what was read. Answers whether that changed anything. */
  apply({ folders = [], gone = [], settings, state = this.#state }: IndexBatch): boolean {
    let changed = settings !== undefined || state !== this.#state;
    this.#state = state;
    if (settings !== undefined) this.#take(settings);
    for (const path of gone) changed = this.#store.remove(path) || changed;
    for (const facts of folders) changed = this.#store.replace(facts) || changed;
    if (settings !== undefined || this.#media.media !== this.media) {
      this.#rules = rulesFrom(this.#settings, this.#media.media);
      this.#tree = this.#newTree();
    }
    if (changed) this.#touch();
    return changed;
  }

  /**
   * Puts an open document in place of its file; `undefined` takes it away again. Answers whether
   * the site reads otherwise by it: most edits change nothing that the index keeps.
   */
  overlay(path: SitePath, document: ContentDocument | undefined): boolean {
    // While it is being read, the site may not know its own extension yet.
    const isContent = extensionOf(path) === this.options.contentExtension;
    if (this.#state === 'ready' && document !== undefined && !isContent) return false;
    const changed = this.#store.overlay(path, document);
    if (changed) this.#touch();
    return changed;
  }

  contentFile(path: SitePath): ContentFile | undefined {
    return contentFileAt(path, this.#roots, this.#rules, this.#tree);
  }

  unread(file: ContentFile): Unread | undefined {
    const facts = this.#store.folders.get(folderOf(file.path));
    const isKnown = facts !== undefined && this.#state === 'ready' && !file.isChanges;
    return isKnown ? whyUnread(file, facts, this.#rules) : undefined;
  }

  namesake({ folder, slug }: PageEntry): SitePath | undefined {
    const read = this.#tree.children(folderOf(folder)).get(slug);
    return read === undefined || read === folder || this.#state === 'loading' ? undefined : read;
  }

  page(id: string): PageEntry | undefined {
    return anyPage(this.#lookup(), id, this.#tree.site());
  }

  folder(path: SitePath): PageEntry | SiteEntry | undefined {
    return this.#tree.folder(path);
  }

  pages(): Iterable<PageEntry> {
    return this.#tree.pages();
  }

  fieldNamesOf(template: string): readonly string[] {
    let names = this.#fieldNames.get(template);
    if (names === undefined) {
      names = this.#countFieldNames(template);
      this.#fieldNames.set(template, names);
    }
    return names;
  }

  resolveFile(reference: string, from: Model): FileResolution {
    const lookup = this.#lookup();
    const file = findFile(lookup, reference, from);
    if (file !== undefined) return { status: file.hasBinary ? 'found' : 'metadata-only', file };
    const isName = !reference.startsWith('file://');
    // A user's files are not read, and a file without metadata may be kept out of the repository.
    const isUnknowable = isName && (from.kind === 'user' || this.media === 'mostly-absent');
    if (this.#state === 'loading' || isUnknowable) return { status: 'unknown' };
    return {
      status: 'missing',
      get near() {
        return nearFiles(lookup, reference, from);
      },
    };
  }

  resolvePage(reference: string, _from: Model): PageResolution {
    const lookup = this.#lookup();
    const page = findPage(lookup, reference);
    if (page !== undefined) return { status: 'found', page };
    if (this.#state === 'loading') return { status: 'unknown' };
    return {
      status: 'missing',
      get near() {
        return nearPages(lookup, reference);
      },
    };
  }

  #touch(): void {
    this.#revision++;
    this.#fieldNames.clear();
  }

  #lookup(): Lookup {
    return { tree: this.#tree, uuids: this.#store.uuids, hasUuids: this.options.uuids };
  }

  #newTree(): PageTree {
    return new PageTree(this.#store.folders, this.options.contentFolder, this.#rules);
  }

  /** New options may make metadata of what was none: everything is counted anew. */
  #take(settings: SiteSettings): void {
    this.#settings = settings;
    this.#media = new MediaCount(rulesFrom(settings, 'present'));
    for (const facts of this.#store.onDisk.values()) this.#media.replace(undefined, facts);
  }

  #countFieldNames(template: string): readonly string[] {
    const pages = new Map<readonly string[], number>();
    for (const page of this.#tree.pages()) {
      if (page.template !== template || page.contentPath === undefined) continue;
      const facts = this.#store.folders.get(page.folder);
      const names = facts && factOf(facts, nameOf(page.contentPath))?.summary?.names;
      if (names !== undefined) pages.set(names, (pages.get(names) ?? 0) + 1);
    }
    const counts = new Map<string, number>();
    for (const [names, count] of pages) {
      for (const name of names) counts.set(name, (counts.get(name) ?? 0) + count);
    }
    return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
  }
}

function rulesFrom({ options, ignored }: SiteSettings, media: Site['media']): InventoryRules {
  const { contentExtension, languages, defaultLanguage } = options;
  return {
    contentExtension,
    languages,
    defaultLanguage,
    ignored,
    trustsMetadata: media === 'mostly-absent',
  };
}
