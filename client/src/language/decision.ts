/** The language id of content files. */
export const contentLanguage = 'kirby-txt';

/** What is known of an open document before anybody is asked. */
export interface Candidate {
  readonly languageId: string;
  /** The language that the author chose for this file by hand, if ever. */
  readonly choice: string | undefined;
  /** Whether a pattern of `files.associations` matches the file. */
  readonly isAssociated: boolean;
}

export type Decision =
  /** Not ours, or settled by the author. */
  | 'leave'
  /** The author chose our language for it once. */
  | 'switch'
  /** It depends on where the file is. */
  | 'ask';

/**
 * Whether a document's language may be changed. Only plain text is ever touched, and an author's own
 * word, by hand or in `files.associations`, is the last one.
 */
export function decide({ languageId, choice, isAssociated }: Candidate): Decision {
  if (languageId !== 'plaintext') return 'leave';
  if (choice === contentLanguage) return 'switch';
  return choice !== undefined || isAssociated ? 'leave' : 'ask';
}

/**
 * Whether it is worth asking the server about a text: it begins with a field, or is empty. This keeps
 * the server from being started for every note in a project that has nothing to do with Kirby.
 */
export function mayBeContent(text: string): boolean {
  return /^\s*(?:$|[^\s:-][^\n:]{0,100}:)/.test(text.slice(0, 2000));
}

/**
 * A pattern of `files.associations` as one for whole paths: without a slash it is about the file's
 * name.
 */
export function pathPattern(association: string): string {
  return association.includes('/') ? association : `**/${association}`;
}
