import type { Position, Range, TextEdit } from './position.ts';

/** Request: the same content in the other languages of the site. `TranslationsParams` → `TranslationsResult | null`. */
export const translations = 'kirbyAuthor/translations';
/** Request: where a field stands in a text. `FieldPlaceParams` → `FieldPlaceResult | null`. */
export const fieldPlace = 'kirbyAuthor/fieldPlace';
/** Request: a field of the default language, put into a translation. `InsertMissingParams` → `InsertMissingResult | null`. */
export const insertMissing = 'kirbyAuthor/insertMissing';

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
