/**
 * What the client and the server say to each other beyond the Language Server Protocol: the names
 * of the messages and their payloads. Both sides import it, so neither can drift. Everything here
 * survives JSON: absent values are left out, and an answer that may be absent is `null`.
 *
 * Every message is optional for a client: an editor that sends none of them has a full language
 * server all the same.
 */

/** As in the Language Server Protocol: lines and UTF-16 code units, from zero. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Request: whether files are content files of a Kirby site. `RecogniseParams` → `RecogniseResult`. */
export const recognise = 'kirbyAuthor/recognise';
/** Request: whether a text outside of any site reads like one. `LooksLikeContentParams` → `LooksLikeContentResult`. */
export const looksLikeContent = 'kirbyAuthor/looksLikeContent';
/** Notification to the client, without payload: files may have become content files, or ceased to be. */
export const sitesChanged = 'kirbyAuthor/sitesChanged';

/** Notification to the server: a preview shows a document from now on. `PreviewOpenParams`. */
export const previewOpen = 'kirbyAuthor/preview/open';
/** Notification to the server: a preview is gone or hidden. `PreviewCloseParams`. */
export const previewClose = 'kirbyAuthor/preview/close';
/** Notification to the client: what changed in a preview. `PreviewUpdate`. */
export const previewUpdate = 'kirbyAuthor/preview/update';
/** Request: where a fragment of a preview stands in the text. `PreviewRevealParams` → `PreviewRevealResult | null`. */
export const previewReveal = 'kirbyAuthor/preview/reveal';
/** Request: which fragment a place in the text belongs to. `PreviewKeyAtParams` → `PreviewKeyAtResult | null`. */
export const previewKeyAt = 'kirbyAuthor/preview/keyAt';
/** Request: the repair of the first field that cannot be read. `PreviewFixParams` → `PreviewFixResult | null`. */
export const previewFix = 'kirbyAuthor/preview/fix';

/** Request: the same content in the other languages of the site. `TranslationsParams` → `TranslationsResult | null`. */
export const translations = 'kirbyAuthor/translations';
/** Request: where a field stands in a text. `FieldPlaceParams` → `FieldPlaceResult | null`. */
export const fieldPlace = 'kirbyAuthor/fieldPlace';
/** Request: a field of the default language, put into a translation. `InsertMissingParams` → `InsertMissingResult | null`. */
export const insertMissing = 'kirbyAuthor/insertMissing';

/** Request: what the Panel holds of a content file unsaved. `PanelChangesParams` → `PanelChangesResult | null`. */
export const panelChanges = 'kirbyAuthor/panelChanges';
/** Notification to the client, without payload: what the Panel holds unsaved may be something else. */
export const panelChangesChanged = 'kirbyAuthor/panelChangesChanged';

/** Request, with an empty payload: checks all content files once, with progress. → `CheckSiteResult | null`. */
export const checkSite = 'kirbyAuthor/checkSite';

export * from './block-text-places.ts';
export * from './block-text.ts';
export * from './readable.ts';
export * from './structure.ts';
export * from './style.ts';
export * from './files.ts';

/** Request: what dropping or pasting files at a place does. `InsertFilesParams` → `InsertFilesResult | null`. */
export const insertFiles = 'kirbyAuthor/insertFiles';
/** Request: what pasting an address over a selection does. `InsertLinkParams` → `InsertLinkResult | null`. */
export const insertLink = 'kirbyAuthor/insertLink';
/** Request: the metadata of a file, there or not. `MetadataParams` → `MetadataResult | null`. */
export const metadata = 'kirbyAuthor/metadata';
/** Request: where texts of the content say something. It may be cancelled. `SearchParams` → `SearchResult`. */
export const search = 'kirbyAuthor/search';
/** Request: where a page or file is mentioned. `WhereUsedParams` → `WhereUsedResult | null`. */
export const whereUsed = 'kirbyAuthor/whereUsed';
/** Request, without payload: the files that no content mentions. → `UnusedFilesResult`. */
export const unusedFiles = 'kirbyAuthor/unusedFiles';
/** Notification to the client, without payload: a site has been read, or knows of files that changed on the disk. */
export const filesChanged = 'kirbyAuthor/filesChanged';
/** Request: what a copy of a page or file consists of. `DuplicateParams` → `DuplicateResult | null`. */
export const duplicate = 'kirbyAuthor/duplicate';

export interface RecogniseParams {
  readonly uris: readonly string[];
}

export interface RecogniseResult {
  /** One answer for each URI, in the order of the question. */
  readonly content: readonly boolean[];
}

export interface PanelChangesParams {
  readonly uri: string;
}

/** `null`: nothing, as far as the site's files tell. */
export type PanelChangesResult =
  /** Unsaved changes, in a file of their own. */
  | {
      readonly kind: 'changes';
      /** The file with the changes. */
      readonly uri: string;
      /** Who made them, by name or address. */
      readonly user?: string;
    }
  /** Somebody is editing; the changes are in a browser. */
  | {
      readonly kind: 'lock';
      /** Seconds since 1970. */
      readonly time: number;
      readonly user?: string;
    }
  /** The file that was asked about holds such changes itself. */
  | {
      readonly kind: 'saved';
      /** The content file that they are about; it need not be there. */
      readonly uri: string;
    };

/** What a check of everything has found, open files included; `null` when it was ended early. */
export interface CheckSiteResult {
  /** How many files were checked. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** Hints and information. */
  readonly others: number;
  /** Whether there are more problems than are kept and counted. */
  readonly isCut: boolean;
}

export interface LooksLikeContentParams {
  readonly text: string;
}

export interface LooksLikeContentResult {
  readonly content: boolean;
}

/**
 * Opening an id that is open already starts it anew: the next update is a full one. The document
 * must be open in the language server; until it is, there are no updates.
 */
export interface PreviewOpenParams {
  /** Chosen by the client, the same in every message about this preview. */
  readonly id: string;
  readonly uri: string;
}

export interface PreviewCloseParams {
  readonly id: string;
}

/**
 * The difference between what a preview shows and what it has to show. Updates follow each change
 * without delay and build on one another.
 */
export interface PreviewUpdate {
  readonly id: string;
  readonly uri: string;
  /** The version of the document that is rendered. */
  readonly version: number;
  /** Whether this is the whole page: whatever is on show and not mentioned here goes. */
  readonly full: boolean;
  /** Keys of the top level, in order; left out while they stay the same. */
  readonly roots?: readonly string[];
  /** New and changed fragments only. */
  readonly fragments: readonly PreviewFragment[];
  /** Keys of fragments that are gone. */
  readonly removed: readonly string[];
  /** Fields that cannot be read now. Their last good rendering stays. */
  readonly broken: readonly BrokenField[];
  /** URI of the folder that relative addresses in the fragments start from. */
  readonly baseFolder: string;
  readonly title: string;
  /** Language code of the content, as in HTML's `lang`; empty when it is not known. */
  readonly language: string;
}

export interface PreviewFragment {
  readonly key: string;
  /**
   * One element. Where a child belongs it holds a `<kirby-slot data-key="KEY"></kirby-slot>`, and
   * the child's key starts with the parent's and a slash. Not sanitised yet.
   */
  readonly html: string;
}

export interface BrokenField {
  readonly field: string;
  readonly message: string;
}

export interface PreviewRevealParams {
  readonly uri: string;
  readonly key: string;
}

export interface PreviewRevealResult {
  readonly range: Range;
}

export interface PreviewKeyAtParams {
  readonly uri: string;
  readonly position: Position;
}

export interface PreviewKeyAtResult {
  readonly key: string;
}

export interface PreviewFixParams {
  readonly uri: string;
}

/** To be applied to this very version, as one step that can be undone. */
export interface PreviewFixResult {
  readonly version: number;
  /** What the repair does. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

export interface TranslationsParams {
  readonly uri: string;
  /** Where the cursor is. */
  readonly position?: Position;
}

/**
 * `null` for everything but a content file of a site with several languages. Of a document that is not
 * open in the language server, `files` is all there is.
 */
export interface TranslationsResult {
  /** Of all languages of the site, that of the document included. */
  readonly files: readonly LanguageFile[];
  /** The field at the position, by Kirby's name. */
  readonly field?: string;
  /** What the translation lacks; left out when the document is no translation. */
  readonly missing?: readonly MissingField[];
}

export interface LanguageFile {
  readonly code: string;
  /** `Deutsch` */
  readonly name: string;
  readonly uri: string;
  /** Whether there is such a file; left out where that is not known. */
  readonly exists?: boolean;
  readonly isDefault: boolean;
  readonly isCurrent: boolean;
}

export interface MissingField {
  /** Kirby's name: `my_field`. */
  readonly name: string;
  /** As the file of the default language spells it: `My-field`. */
  readonly key: string;
  /** What the Panel calls it. */
  readonly label: string;
}

/** The text itself, because the document need not be known to the server yet. */
export interface FieldPlaceParams {
  readonly text: string;
  /** Kirby's name. */
  readonly field: string;
}

export interface FieldPlaceResult {
  /** Of the value, or where it would stand. */
  readonly range: Range;
}

export interface InsertMissingParams {
  readonly uri: string;
  /** Kirby's name. */
  readonly field: string;
  /** The text of the file in the default language, which the server does not keep. */
  readonly source: string;
}

/** To be applied to this very version, as one step that can be undone. */
export interface InsertMissingResult {
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

export interface InsertFilesParams {
  readonly uri: string;
  /** What is replaced; empty for a mere place. */
  readonly range: Range;
  readonly files: readonly GivenFile[];
}

export interface GivenFile {
  /** `Über uns.JPG` */
  readonly name: string;
  /** Where the file stands, when it stands anywhere. */
  readonly uri?: string;
}

/** `null` where nothing sensible can be done. To be applied to this very version, in one step. */
export interface InsertFilesResult {
  readonly version: number;
  /** What it does. */
  readonly title: string;
  /** In the document. */
  readonly edits: readonly TextEdit[];
  /** Where the given files, by their index, have to be copied to. */
  readonly copies: readonly { readonly index: number; readonly uri: string }[];
  /** Texts of files that are made besides. */
  readonly texts: readonly NewText[];
}

export interface NewText {
  readonly uri: string;
  readonly text: string;
}

export interface InsertLinkParams {
  readonly uri: string;
  /** The selection. */
  readonly range: Range;
  /** What is pasted over it. */
  readonly address: string;
}

/** To be applied to this very version, as one step that can be undone. */
export interface InsertLinkResult {
  readonly version: number;
  /** What it does. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

export interface MetadataParams {
  /** Of the file, or of the document that mentions it. */
  readonly uri: string;
  /** Of the mention in the document. */
  readonly position?: Position;
}

/** `null` for everything but files of a site. */
export interface MetadataResult {
  /** Of the file: `photo.jpg`. */
  readonly name: string;
  /** Of the metadata. */
  readonly uri: string;
  /** What to write; left out when the metadata is there. */
  readonly text?: string;
}

export interface SearchParams {
  /** As it was typed; letter case and accents do not matter. */
  readonly query: string;
  /** Whether to wait until all content has been read. */
  readonly whenComplete?: boolean;
}

export interface SearchResult {
  /** The places of a page one after the other. */
  readonly hits: readonly SearchHit[];
  /** Whether all content had been read; else the same question with `whenComplete` finds the rest. */
  readonly isComplete: boolean;
  /** Whether there may be more than what is listed. */
  readonly isLimited: boolean;
}

export interface SearchHit {
  readonly uri: string;
  readonly range: Range;
  /** The title of the page, or the name of the file that the content describes. */
  readonly title: string;
  /** What holds the text: `Layout, heading`. */
  readonly place: string;
  readonly excerpt: string;
  readonly status: 'published' | 'draft';
  /** `Deutsch`; left out for the default language. */
  readonly language?: string;
}

export interface WhereUsedParams {
  /** A file of the content, the content file of a page or of a file, or the folder of a page. */
  readonly uri: string;
  /** In a content file: asks for what is mentioned there, if anything is. */
  readonly position?: Position;
}

export interface WhereUsedResult {
  readonly kind: 'page' | 'file';
  /** The name of the file, the title of the page. */
  readonly name: string;
  /** Whether the site is still being read: there may be more. */
  readonly isLoading: boolean;
  /** The content files that mention it, in the order of their paths. */
  readonly files: readonly UsingFile[];
}

export interface UsingFile {
  readonly uri: string;
  /** The title of the page, or the id of the file, that it is about. */
  readonly title: string;
  /** Its path in the site. */
  readonly path: string;
  readonly isDraft: boolean;
  readonly places: readonly UsingPlace[];
}

export interface UsingPlace {
  readonly range: Range;
  /** What the Panel calls the field. */
  readonly field: string;
  /** The text around the mention, on one line. */
  readonly excerpt: string;
}

export interface UnusedFilesResult {
  readonly isLoading: boolean;
  /** The pages with such files, and the sites themselves. */
  readonly owners: readonly UnusedFilesOwner[];
}

export interface UnusedFilesOwner {
  /** The title of the page. */
  readonly title: string;
  /** The folder in the site. */
  readonly path: string;
  readonly files: readonly UnusedFile[];
}

export interface UnusedFile {
  readonly uri: string;
  readonly name: string;
  /** Its metadata, in all languages. */
  readonly metadata: readonly string[];
}

export interface DuplicateParams {
  /** The folder of a page, a file, or the content file of either. */
  readonly uri: string;
}

/** `null` where there is nothing to copy, or a content file is not as the site knows it. */
export interface DuplicateResult {
  /** A folder, of which all is copied but `_changes`; or a file and its metadata. */
  readonly copies: readonly { readonly from: string; readonly to: string }[];
  /** The copied content files that differ from their originals, which have other UUIDs. */
  readonly texts: readonly NewText[];
  /** What to show of the copy. */
  readonly shown?: string;
}
