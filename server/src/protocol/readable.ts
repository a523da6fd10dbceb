/**
 * Request: a content file as it is compared, with its layouts as documents.
 * `ReadableParams` → `ReadableResult`.
 */
export const readable = 'kirbyAuthor/readable';

/** The text itself, because it may be that of an earlier version. */
export interface ReadableParams {
  readonly text: string;
}

export interface ReadableResult {
  readonly text: string;
}
