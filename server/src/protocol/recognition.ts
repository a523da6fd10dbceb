/** Request: whether files are content files of a Kirby site. `RecogniseParams` → `RecogniseResult`. */
export const recognise = 'kirbyAuthor/recognise';
/** Request: whether a text outside of any site reads like one. `LooksLikeContentParams` → `LooksLikeContentResult`. */
export const looksLikeContent = 'kirbyAuthor/looksLikeContent';
/** Notification to the client: files may have become content files, or ceased to be. `SitesChanged` */
export const sitesChanged = 'kirbyAuthor/sitesChanged';

export interface SitesChanged {
  readonly hasSites: boolean;
}

export interface RecogniseParams {
  readonly uris: readonly string[];
}

export interface RecogniseResult {
  /** One answer for each URI, in the order of the question. */
  readonly content: readonly boolean[];
}

export interface LooksLikeContentParams {
  readonly text: string;
}

export interface LooksLikeContentResult {
  readonly content: boolean;
}
