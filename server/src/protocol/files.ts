/**
 * How the server reads what it cannot reach by itself: the client reads it through the editor's file
 * system. Every request is about many files at once, because each is a round trip, on the web perhaps
 * over a network. What cannot be read is `null`.
 */

/** Request to the client: what lies directly in folders. `ListFoldersParams` → `ListFoldersResult`. */
export const listFolders = 'kirbyAuthor/files/list';
/** Request to the client: the texts of files. `ReadFilesParams` → `ReadFilesResult`. */
export const readFiles = 'kirbyAuthor/files/read';
/** Request to the client: how a file begins. `FileHeadParams` → `FileHeadResult | null`. */
export const fileHead = 'kirbyAuthor/files/head';

/** What our client says about itself in `initializationOptions`; other editors say nothing. */
export interface ClientIntroduction {
  /** Whether it answers the requests for files. */
  readonly readsFiles?: boolean;
  /** Whether it has the command `ignoreProblem`. */
  readonly ignoresProblems?: boolean;
  /** Whether it puts the link to its rule's page (`rulePage()`) at each problem of an open file. */
  readonly linksRules?: boolean;
  /** The URI of the file that the author looks at: its folder is read before all others. */
  readonly first?: string;
  /** The texts in the author's language by the English ones, where the server cannot read them. */
  readonly translations?: Readonly<Record<string, unknown>>;
}

export interface ListFoldersParams {
  readonly folders: readonly string[];
}

export interface ListFoldersResult {
  /** In the order asked. */
  readonly listings: readonly (FolderNames | null)[];
}

/** The names in a folder; links count as what they lead to. */
export interface FolderNames {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

export interface ReadFilesParams {
  readonly uris: readonly string[];
}

export interface ReadFilesResult {
  /** In the order asked, with the byte order mark where there is one. */
  readonly texts: readonly (string | null)[];
}

export interface FileHeadParams {
  readonly uri: string;
  /** How many bytes of it are wanted at most. */
  readonly most: number;
}

export interface FileHeadResult {
  /** Of the whole file, in bytes. */
  readonly size: number;
  /** The first of them, each as one character: JSON has no bytes. */
  readonly bytes: string;
}
