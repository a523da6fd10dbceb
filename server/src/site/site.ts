import type { BlueprintSet } from './blueprint-set.ts';
import type { ContentFields } from './content-fields.ts';
import type { SiteLanguage } from './languages.ts';
import type { PageModels } from './page-models.ts';
import type { SitePath } from './site-path.ts';

/**
 * The read-only face of a site: everything the rules, the preview and the features may ask.
 * Synchronous; nothing here does IO. `site-index.ts` implements it.
 */
export interface Site {
  /** Rises with every change of what the site knows. */
  readonly revision: number;
  /** While `loading`, what is not found is not known yet; nothing is missing. */
  readonly state: 'loading' | 'ready';
  readonly options: SiteOptions;
  readonly blueprints: BlueprintSet;
  /**
   * `mostly-absent`: media seem to be kept out of the repository. Of most metadata the file is not
   * there, so that nothing follows from one that is missing.
   */
  readonly media: 'present' | 'mostly-absent';

  /** What a content file is: which page's, file's, site's or user's, in which language. */
  contentFile(path: SitePath): ContentFile | undefined;
  /** A page by its id (`blog/post`), as Kirby looks it up. */
  page(id: string): PageEntry | undefined;
  /** The page whose folder this is; the content folder itself is the site. */
  folder(path: SitePath): PageEntry | SiteEntry | undefined;
  /** All pages, drafts too, in Kirby's index order. */
  pages(): Iterable<PageEntry>;
  /** The children of a page or of the site, or its drafts, in their order. */
  children(owner: PageEntry | SiteEntry, among: 'published' | 'drafts'): readonly PageEntry[];
  /**
   * The field names that pages of a template have, as their files spell them (`My-field`), the
   * commonest first: what is known of a page whose blueprint cannot be read.
   */
  fieldNamesOf(template: string): readonly string[];
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
   * Which fields a content file has, as the editor shows it where it is open. `undefined`: it is not
   * there, or not read, as the files of users are.
   */
  fieldsIn(path: SitePath): ContentFields | undefined;
  /** A file as `toFile()` finds it: `file://…`, a name, `page/id/name.jpg`, `@uuid`. */
  resolveFile(reference: string, from: Model): FileResolution;
  /** A page as `toPage()` finds it: `page://…`, an id, `@uuid`. */
  resolvePage(reference: string, from: Model): PageResolution;
}

export interface SiteOptions {
  readonly contentExtension: string;
  readonly yamlHandler: 'spyc' | 'symfony';
  /** Codes of the languages; empty in a single-language site. */
  readonly languages: readonly string[];
  readonly defaultLanguage: string | undefined;
  /** The same languages in the same order, with what else their files say. */
  readonly languageDetails: readonly SiteLanguage[];
  readonly uuids: boolean;
  /** Path of the content folder, `content` by default. */
  readonly contentFolder: SitePath;
  /** Ids of the home and the error page. */
  readonly homePage: string;
  readonly errorPage: string;
  readonly markdown: MarkdownOptions;
  readonly smartypants: boolean;
  /** Block types that a snippet, a plugin or a blueprint of the site knows. */
  readonly blockTypes: ReadonlySet<string>;
  /** Whether plugins may register block types, fields and tags that nothing here can read. */
  readonly hasPlugins: boolean;
  readonly pageModels: PageModels;
  /** Page templates that there are a file of. */
  readonly templates: ReadonlySet<string>;
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
