import type { ContentDocument } from '../kirby/content/document.ts';
import type { BlueprintSet } from './blueprint-set.ts';
import { ChangeLog } from './change-log.ts';
import { type ContentFields, contentFields } from './content-fields.ts';
import { contentFileAt } from './content-file.ts';
import { contentFiles, contentFilesBelow, contentFilesWith } from './content-files.ts';
import { extensionOf } from './file-types.ts';
import { FileUuids } from './file-uuids.ts';
import { factOf, type FolderFacts } from './folder-facts.ts';
import { FolderStore } from './folder-store.ts';
import { type InventoryRules, metadataIn, sameRules, sluglessIn } from './inventory.ts';
import { MediaCount } from './media-count.ts';
import { nearFiles, nearPages } from './near.ts';
import { orphanOf } from './orphan.ts';
import { PageFields } from './page-fields.ts';
import { PageTree } from './page-tree.ts';
import { uuidIn } from './reference-text.ts';
import { anyPage, findFile, findPage, type Lookup } from './resolve.ts';
import type {
  ContentFile,
  FileEntry,
  FileResolution,
  Model,
  Orphan,
  PageEntry,
  PageResolution,
  Site,
  SiteEntry,
  SiteOptions,
  FieldCounts,
  Unread,
  UserResolution,
  Users,
} from './site.ts';
import { folderOf, nameOf, type SitePath } from './site-path.ts';
import type { IndexBatch, SiteSettings } from './index-batch.ts';
import type { SiteRoots } from './site-roots.ts';
import type { TextSummary } from './summary.ts';
import { whyUnread } from './unread.ts';
import { findUser } from './users.ts';
import { filesWithUuid, pagesWithUuid } from './uuid-holders.ts';

/** As many files as somebody may have open. */
const MOST_ASKED = 100;

/**
 * Everything that is known of a site, in memory. It changes only by `apply()` and `overlay()`;
 * whatever they bring at once is one revision.
 */
export class SiteIndex implements Site {
  readonly #roots: SiteRoots;
  readonly #store: FolderStore;
  #settings: SiteSettings;
  #media: MediaCount;
  #tree: PageTree;
  #fields: PageFields;
  #rules: InventoryRules;
  #revision = 0;
  readonly #log = new ChangeLog();
  /** What content files are, until something changes. */
  readonly #asked = new Map<SitePath, { readonly file: ContentFile | undefined }>();
  #state: Site['state'] = 'loading';
  readonly #fileUuids = new FileUuids();

  constructor(roots: SiteRoots, settings: SiteSettings) {
    this.#roots = roots;
    this.#store = new FolderStore(
      roots.content,
      (before, after) => {
        this.#media.replace(before, after);
      },
      (path) => {
        this.#log.add(path, this.#revision + 1);
      },
    );
    this.#settings = settings;
    this.#rules = rulesFrom(settings, 'present');
    this.#media = new MediaCount(this.#rules);
    this.#tree = this.#newTree();
    this.#fields = this.#newFields();
  }

  get revision(): number {
    return this.#revision;
  }

  get state(): Site['state'] {
    return this.#state;
  }

  get knowsFileUuids(): boolean {
    return this.#state === 'ready' || this.#fileUuids.areKnown;
  }

  get options(): SiteOptions {
    return this.#settings.options;
  }

  get blueprints(): BlueprintSet {
    return this.#settings.blueprints;
  }

  get users(): Users | undefined {
    return this.#settings.users;
  }

  get media(): Site['media'] {
    return this.#rules.trustsMetadata ? 'mostly-absent' : 'present';
  }

  /** The folders of the content without the documents that are open. */
  get onDisk(): ReadonlyMap<SitePath, FolderFacts> {
    return this.#store.onDisk;
  }

  /** Takes over what was read. Answers whether that changed anything. */
  apply(batch: IndexBatch): boolean {
    const { folders = [], gone = [], settings, blueprints, state = this.#state } = batch;
    const isReadNow = state !== this.#state;
    let changed = settings !== undefined || blueprints !== undefined || isReadNow;
    this.#state = state;
    changed = this.#fileUuids.take(batch.fileUuids, state === 'ready') || changed;
    if (settings !== undefined) this.#take(settings);
    if (blueprints !== undefined) this.#settings = { ...this.#settings, blueprints };
    for (const path of gone) changed = this.#store.remove(path) || changed;
    for (const facts of folders) changed = this.#store.replace(facts) || changed;
    // Of a site that is being read all folders are looked at together, once they are there.
    if (this.#state === 'ready') {
      const read = isReadNow ? this.#store.onDisk.keys() : folders.map(({ path }) => path);
      changed = this.#store.removeUnnamed(read) || changed;
    }
    const rules = rulesFrom(this.#settings, this.#media.media);
    if (!sameRules(rules, this.#rules)) {
      this.#rules = rules;
      this.#tree = this.#newTree();
      this.#fields = this.#newFields();
      this.#log.addAll(this.#revision + 1);
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
    // A few files are asked for with every key; whoever asks for all of them asks once.
    if (this.#asked.size >= MOST_ASKED) this.#asked.clear();
    let known = this.#asked.get(path);
    if (known === undefined) {
      known = { file: contentFileAt(path, this.#roots, this.#rules, this.#tree) };
      this.#asked.set(path, known);
    }
    return known.file;
  }

  unread(file: ContentFile): Unread | undefined {
    const facts = this.#store.folders.get(folderOf(file.path));
    const isKnown = facts !== undefined && this.#state === 'ready' && !file.isChanges;
    return isKnown ? whyUnread(file, facts, this.#rules) : undefined;
  }

  orphan(file: ContentFile): Orphan | undefined {
    const facts = this.#store.folders.get(folderOf(file.path));
    const isKnown = facts !== undefined && this.#state === 'ready' && !file.isChanges;
    return isKnown ? orphanOf(file, facts, this.#rules, this.options.contentFolder) : undefined;
  }

  namesake({ folder, slug }: PageEntry): SitePath | undefined {
    const read = this.#tree.children(folderOf(folder)).get(slug);
    return read === undefined || read === folder || this.#state === 'loading' ? undefined : read;
  }

  slugless(folder: SitePath): readonly string[] {
    const facts = this.#store.folders.get(folder);
    return facts === undefined || this.#state === 'loading' ? [] : sluglessIn(facts, this.#rules);
  }

  page(id: string): PageEntry | undefined {
    return anyPage(this.#lookup(), id, this.#tree.site());
  }

  folder(path: SitePath): PageEntry | SiteEntry | undefined {
    return this.#tree.folder(path);
  }

  changedSince(revision: number): ReadonlySet<SitePath> | undefined {
    return this.#log.since(revision);
  }

  pages(): Iterable<PageEntry> {
    return this.#tree.pages();
  }

  children(owner: PageEntry | SiteEntry, among: 'published' | 'drafts'): readonly PageEntry[] {
    const { folder } = owner;
    const paths = among === 'drafts' ? this.#tree.drafts(folder) : this.#tree.children(folder);
    return [...paths.values()].flatMap((path) => this.#tree.page(path) ?? []);
  }

  fieldCountsOf(template: string): FieldCounts {
    return this.#fields.countsOf(template);
  }

  hasField(name: string): boolean {
    return this.#fields.hasName(name);
  }

  valuesOf(template: string, name: string): ReadonlyMap<string, number> {
    return this.#fields.valuesOf(template, name);
  }

  valueOf(owner: PageEntry | SiteEntry, name: string): string | undefined {
    return this.#fields.valueOf(owner, name);
  }

  mayHold(path: SitePath): boolean {
    const facts = this.#store.onDisk.get(folderOf(path));
    const name = nameOf(path);
    return facts === undefined || facts.folders.includes(name) || factOf(facts, name) !== undefined;
  }

  contentFiles(): Iterable<SitePath> {
    const { contentExtension } = this.options;
    return contentFiles(this.#store.folders, (path) => this.contentFile(path), contentExtension);
  }

  contentFilesWith(field: string): Iterable<ContentFile> {
    return contentFilesWith(this.#store.folders, (path) => this.contentFile(path), field);
  }

  contentFilesBelow(folder: SitePath): Iterable<ContentFile> {
    return contentFilesBelow(this.#store.folders, (path) => this.contentFile(path), folder);
  }

  idAt(folder: SitePath): string | undefined {
    return this.#tree.pageId(folder);
  }

  metadataOf({ path, name }: FileEntry): readonly SitePath[] {
    const facts = this.#store.folders.get(folderOf(path));
    return facts === undefined ? [] : metadataIn(facts, name, this.#rules);
  }

  translatedSlugs({ folder }: PageEntry): readonly string[] {
    const files = this.#store.folders.get(folder)?.files ?? [];
    return files.flatMap(({ summary }) => summary?.slug ?? []);
  }

  slugIn({ folder, slug, template }: PageEntry, language: string): string {
    return this.#translation(folder, template, language)?.slug ?? slug;
  }

  metadataIn(
    { path, name, content }: FileEntry,
    language: string,
  ): Readonly<Record<string, string>> {
    const own = this.#translation(folderOf(path), name, language)?.content;
    return own === undefined ? content : { ...content, ...own };
  }

  #translation(folder: SitePath, stem: string, language: string): TextSummary | undefined {
    if (language === this.options.defaultLanguage) return undefined;
    const facts = this.#store.folders.get(folder);
    const name = `${stem}.${language}.${this.options.contentExtension}`;
    return facts && factOf(facts, name)?.summary;
  }

  fieldsIn(path: SitePath): ContentFields | undefined {
    const facts = this.#store.folders.get(folderOf(path));
    const summary = facts && factOf(facts, nameOf(path))?.summary;
    return summary && contentFields(summary);
  }

  resolveFile(reference: string, from: Model): FileResolution {
    const lookup = this.#lookup();
    const file = findFile(lookup, reference, from);
    if (file !== undefined) return { status: file.hasBinary ? 'found' : 'metadata-only', file };
    const isName = !reference.startsWith('file://');
    // A user's files are not read, and a file without metadata may be kept out of the repository.
    const isUnknowable = isName && (from.kind === 'user' || this.media === 'mostly-absent');
    if (isUnknowable || !this.#isNowhere(reference)) return { status: 'unknown' };
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

  resolveUser(reference: string): UserResolution {
    return this.#state === 'loading' ? { status: 'unknown' } : findUser(this.users, reference);
  }

  pagesWithUuid(uuid: string): readonly PageEntry[] {
    return pagesWithUuid(this.#lookup(), uuid);
  }

  filesWithUuid(uuid: string): readonly FileEntry[] {
    return filesWithUuid(this.#lookup(), uuid, this.media === 'mostly-absent');
  }

  /** Whether no file can turn up any more that is mentioned so. */
  #isNowhere(reference: string): boolean {
    if (this.#state === 'ready') return true;
    const uuid = this.options.uuids ? uuidIn(reference, 'file') : undefined;
    return uuid !== undefined && this.#fileUuids.lack(uuid) && !this.#store.isInOverlay(uuid);
  }

  #touch(): void {
    this.#revision++;
    this.#asked.clear();
    this.#fields.forget();
  }

  #lookup(): Lookup {
    return { tree: this.#tree, uuids: this.#store.uuids, hasUuids: this.options.uuids };
  }

  #newTree(): PageTree {
    return new PageTree(this.#store.folders, this.options.contentFolder, this.#rules);
  }

  #newFields(): PageFields {
    return new PageFields(this.#tree, this.#store.folders, this.#rules);
  }

  /** New options may make metadata of what was none: everything is counted anew. */
  #take(settings: SiteSettings): void {
    this.#settings = settings;
    this.#media = new MediaCount(rulesFrom(settings, 'present'));
    for (const facts of this.#store.onDisk.values()) this.#media.replace(undefined, facts);
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
