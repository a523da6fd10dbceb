import type { Position, Range } from './position.ts';

/** Request: where a page, file or user is mentioned. `WhereUsedParams` → `WhereUsedResult | null`. */
export const whereUsed = 'kirbyAuthor/whereUsed';
/** Request: what the content still mentions of what is about to be deleted. `LossesParams` → `LossesResult | null`. */
export const losses = 'kirbyAuthor/losses';
/** Request, without payload: the files that no content mentions. → `UnusedFilesResult | null`. */
export const unusedFiles = 'kirbyAuthor/unusedFiles';
/** Notification to the client, without payload: a site has been read, or knows of files that changed on the disk. */
export const filesChanged = 'kirbyAuthor/filesChanged';

export interface WhereUsedParams {
  /** A file of the content, the content file of a page or of a file, the folder of a page; of a user alike. */
  readonly uri: string;
  /** In a content file: asks for what is mentioned there, if anything is. */
  readonly position?: Position;
}

export interface WhereUsedResult {
  readonly kind: 'page' | 'file' | 'user';
  /** The name of the file or user, the title of the page. */
  readonly name: string;
  /** Whether the site is still being read: there may be more. */
  readonly isLoading: boolean;
  /** The content files that mention it, in the order of their paths. */
  readonly files: readonly UsingFile[];
}

export interface LossesParams {
  /** The files and folders that are deleted together. */
  readonly uris: readonly string[];
}

export interface LossesResult {
  /** What is mentioned, by the names of files and users and the titles of pages, each once. */
  readonly names: readonly string[];
  /** The content files that mention it and are not deleted themselves, in the order of their paths. */
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
