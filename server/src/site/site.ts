import type { UuidFormat } from '../kirby/reference/new-uuid.ts';
import type { BlueprintSet } from './blueprint-set.ts';
import type { ContentFields } from './content-fields.ts';
import type { SiteLanguage } from './languages.ts';
import type { PageModels } from './page-models.ts';
import type { SitePath } from './site-path.ts';
import type { TextOptions } from './text-options.ts';

/**
 * The read-only face of a site: everything the rules, the preview and the features may ask.
 * Synchronous; nothing here does IO. `site-index.ts` implements it.
 */
export interface Site {
  /** Rises with every change of what the site knows. */
  readonly revision: number;
  /** While `loading`, what is not found is not known yet; nothing is missing. */
  readonly state: 'loading' | 'ready';
  /** Whether a UUID that no file has is missing, though the site may still be `loading`. */
  readonly knowsFileUuids: boolean;
  readonly options: SiteOptions;
  readonly blueprints: BlueprintSet;
  /**
   * `mostly-absent`: media seem to be kept out of the repository. Of most metadata the file is not
   * there, so that nothing follows from one that is missing.
   */
  readonly media: 'present' | 'mostly-absent';
  /** The accounts by their ids; `undefined` where none is there: most repositories leave them out. */
  readonly users: Users | undefined;

  /** What a content file is: which page's, file's, site's or user's, in which language. */
  contentFile(path: SitePath): ContentFile | undefined;
  /** Why Kirby does not read a content file; `undefined` where it does, or where that is not known. */
  unread(file: ContentFile): Unread | undefined;
  /**
   * What metadata does whose file is gone; `undefined` for all else, while that is not known, and
   * where most media are absent.
   */
  orphan(file: ContentFile): Orphan | undefined;
  /** The folder that Kirby reads in place of this page's, because it comes later and has the same slug. */
  namesake(page: PageEntry): SitePath | undefined;
  /**
   * The folders in one of the content that have a number and nothing behind it, `5_`: Kirby can make no
   * page of such a folder, and throws. In natural order; none while that is not known.
   */
  slugless(folder: SitePath): readonly string[];
  /** A page by its id (`blog/post`), as Kirby looks it up. */
  page(id: string): PageEntry | undefined;
  /** The page whose folder this is; the content folder itself is the site. */
  folder(path: SitePath): PageEntry | SiteEntry | undefined;
  /**
   * The folders of the content that say something else than at an earlier revision, come and gone ones
   * too; `undefined`: that is not known any more, and may be all of them.
   */
  changedSince(revision: number): ReadonlySet<SitePath> | undefined;
  /** All pages, drafts too, in Kirby's index order. */
  pages(): Iterable<PageEntry>;
  /** The children of a page or of the site, or its drafts, in their order. */
  children(owner: PageEntry | SiteEntry, among: 'published' | 'drafts'): readonly PageEntry[];
  /** Which fields pages of a template have: what is known of one whose blueprint cannot be read. */
  fieldCountsOf(template: string): FieldCounts;
  /** Whether any page has a field of this name, as Kirby has it: `my_field`. */
  hasField(name: string): boolean;
  /**
   * The short values that a field has in pages of a template, by how many have each, the commonest
   * first. It is learned: long values are not in it, and of very many different ones only some.
   *
   * @param name as Kirby has it: `my_field`
   */
  valuesOf(template: string, name: string): ReadonlyMap<string, number>;
  /**
   * What a field of a page or of the site holds: empty where it has none, `undefined` where it is
   * not known, because of pages only short values are kept, or its translations differ.
   *
   * @param name as Kirby has it: `my_field`
   */
  valueOf(owner: PageEntry | SiteEntry, name: string): string | undefined;
  /**
   * Whether there may be a file or folder of the content, whatever it is: `false` only where its folder
   * is known and has nothing of that name.
   */
  mayHold(path: SitePath): boolean;
  /** Every content file of the site, whatever it is of, without those of users and unsaved changes. */
  contentFiles(): Iterable<SitePath>;
  /**
   * The content files that have a field, by its name as Kirby keys it. Files of users are not known.
   */
  contentFilesWith(field: string): Iterable<ContentFile>;
  /** The content files in a folder and in all below it. */
  contentFilesBelow(folder: SitePath): Iterable<ContentFile>;
  /**
   * Which fields a content file has, as the editor shows it where it is open. `undefined`: it is not
   * there, or not read, as the files of users are.
   */
  fieldsIn(path: SitePath): ContentFields | undefined;
  /** The id that a page in a folder has, or would have; `undefined`: no page can be there. */
  idAt(folder: SitePath): string | undefined;
  /** The metadata files of a file, in all languages. */
  metadataOf(file: FileEntry): readonly SitePath[];
  /** The slugs that a page has in other languages than the default one. */
  translatedSlugs(page: PageEntry): readonly string[];
  /** The slug that a page has in a language: its folder's, unless the translation has one. */
  slugIn(page: PageEntry, language: string): string;
  /**
   * What the metadata of a file say in a language: what a translation lacks is as in the default
   * language (`Kirby\Content\Version::read()`).
   */
  metadataIn(file: FileEntry, language: string): Readonly<Record<string, string>>;
  /** A file as `toFile()` finds it: `file://…`, a name, `page/id/name.jpg`, `@uuid`. */
  resolveFile(reference: string, from: Model): FileResolution;
  /** A page as `toPage()` finds it: `page://…`, an id, `@uuid`. */
  resolvePage(reference: string, from: Model): PageResolution;
  /** A user as `toUser()` finds one: `user://…`, an id, an address. */
  resolveUser(reference: string): UserResolution;
  /** The pages that have a UUID, in the order of Kirby's index: of several it finds the first. */
  pagesWithUuid(uuid: string): readonly PageEntry[];
  /** The files that have a UUID, in that order. */
  filesWithUuid(uuid: string): readonly FileEntry[];
}

/** How many pages have each field, by the name as their files spell it: `My-field`. */
export interface FieldCounts {
  readonly pages: number;
  /** The commonest first. */
  readonly counts: ReadonlyMap<string, number>;
}

export interface SiteOptions {
  readonly contentExtension: string;
  readonly yamlHandler: 'spyc' | 'symfony';
  /** `false`: only PHP can tell the handler; what the other one would read is not known. */
  readonly isYamlHandlerKnown: boolean;
  /** Codes of the languages; empty in a single-language site. */
  readonly languages: readonly string[];
  readonly defaultLanguage: string | undefined;
  /** The same languages in the same order, with what else their files say. */
  readonly languageDetails: readonly SiteLanguage[];
  readonly uuids: boolean;
  /** The form of new UUIDs. */
  readonly uuidFormat: UuidFormat;
  /** The address of the site, where its configuration spells it out: `https://example.com`. */
  readonly url: string | undefined;
  /** The locale of a site in one language: `de_DE.utf-8`. */
  readonly locale: string | undefined;
  /** Path of the content folder, `content` by default. */
  readonly contentFolder: SitePath;
  /** Ids of the home and the error page. */
  readonly homePage: string;
  readonly errorPage: string;
  readonly markdown: MarkdownOptions;
  /** With the signs that the options name; those of a language come on top of them. */
  readonly smartypants: TextOptions['smartypants'];
  readonly kirbytext: TextOptions['kirbytext'];
  /** Block types that a snippet, a plugin or a blueprint of the site knows. */
  readonly blockTypes: ReadonlySet<string>;
  /** The snippets that render blocks, by block type. */
  readonly blockSnippets: ReadonlyMap<string, SitePath>;
  /** The texts of the project's own templates for the preview of blocks, by block type. */
  readonly blockTemplates: ReadonlyMap<string, string>;
  /** The templates of the site, by their names in lower case. */
  readonly templates: ReadonlyMap<string, SitePath>;
  /** Whether plugins may register block types, fields and tags that nothing here can read. */
  readonly hasPlugins: boolean;
  readonly pageModels: PageModels;
}

/** Kirby's options under `markdown`. */
export interface MarkdownOptions {
  readonly breaks: boolean;
  readonly extra: boolean;
  readonly safe: boolean;
}

/** One of Kirby's four kinds of things that own a content file. */
export type Model =
  | { readonly kind: 'site' }
  | { readonly kind: 'page'; readonly page: PageEntry }
  | { readonly kind: 'file'; readonly file: FileEntry }
  | { readonly kind: 'user'; readonly id: string };

export interface ContentFile {
  readonly path: SitePath;
  readonly model: Model;
  /** The language code in the file's name, when the site knows that language. */
  readonly language: string | undefined;
  /** Unsaved changes of the Panel, under `_changes`. */
  readonly isChanges: boolean;
}

export type Unread =
  /** The page has a later content file, whose template counts. */
  | { readonly why: 'other-file'; readonly other: SitePath }
  /** Metadata counts as the content of the page: its file is gone, or its name has no language. */
  | {
      readonly why: 'metadata';
      readonly other: SitePath;
      /** The name of the file that it describes. */
      readonly of: string;
      readonly isOrphan: boolean;
    }
  /** The name of the file has capitals, and that of the template has none. */
  | { readonly why: 'letter-case'; readonly template: string }
  /** The site has languages, and the name of the file none. */
  | {
      readonly why: 'no-language';
      /** The name that it would have in the default language. */
      readonly name: string;
      /** Whether that file is there as well. */
      readonly isThere: boolean;
    };

/** Metadata whose file is gone. */
export interface Orphan {
  /** The name of the file that it describes. */
  readonly of: string;
  /** Kirby takes it for the content of the page. */
  readonly isTemplate: boolean;
  /** The content of the page that is not read because of that. */
  readonly hides: SitePath | undefined;
  /** A file that it may describe by now, and what its name would be. */
  readonly renamed: { readonly file: string; readonly metadata: string } | undefined;
}

export interface SiteEntry {
  readonly kind: 'site';
  readonly folder: SitePath;
  readonly title: string | undefined;
  readonly files: ReadonlyMap<string, FileEntry>;
}

export interface PageEntry {
  readonly kind: 'page';
  readonly folder: SitePath;
  /** Slugs of all ancestors and its own: `blog/post`. */
  readonly id: string;
  readonly slug: string;
  readonly num: number | undefined;
  readonly status: 'draft' | 'unlisted' | 'listed';
  /** Lower case, without language and extension: `post`. */
  readonly template: string;
  readonly title: string | undefined;
  readonly uuid: string | undefined;
  /** The file that Kirby reads for the default language, when there is one. */
  readonly contentPath: SitePath | undefined;
  /** By file name. */
  readonly files: ReadonlyMap<string, FileEntry>;
}

export interface FileEntry {
  readonly kind: 'file';
  /** Where the file stands, or would stand: `content/1_article/photo.jpg`. */
  readonly path: SitePath;
  readonly name: string;
  /** Kirby's id: `article/photo.jpg`; of a site file only the name. */
  readonly id: string;
  readonly uuid: string | undefined;
  /** `false`: only its metadata is there (media are often kept out of git). */
  readonly hasBinary: boolean;
  /** The metadata file of the default language. */
  readonly metadata: SitePath | undefined;
  /** Fields of the metadata, by Kirby's names: `alt`, `caption`, `template`, … */
  readonly content: Readonly<Record<string, string>>;
}

/** An account, as far as its `index.php` is literal. */
export interface UserEntry {
  readonly kind: 'user';
  readonly id: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly role: string | undefined;
  /** The file that says so. */
  readonly path: SitePath | undefined;
  /** Where the content of the account stands, `user.txt`; `undefined`: accounts are left out here. */
  readonly folder: SitePath | undefined;
}

export type Users = ReadonlyMap<string, UserEntry>;

export type UserResolution =
  | { readonly status: 'found'; readonly user: UserEntry }
  | { readonly status: 'missing'; readonly near: readonly UserEntry[] }
  | { readonly status: 'unknown' };

export type FileResolution =
  | { readonly status: 'found'; readonly file: FileEntry }
  /** Its metadata is there, the file itself is not. */
  | { readonly status: 'metadata-only'; readonly file: FileEntry }
  /** `near`: what may have been meant, the likeliest first. */
  | { readonly status: 'missing'; readonly near: readonly FileEntry[] }
  | { readonly status: 'unknown' };

export type PageResolution =
  | { readonly status: 'found'; readonly page: PageEntry }
  | { readonly status: 'missing'; readonly near: readonly PageEntry[] }
  | { readonly status: 'unknown' };
