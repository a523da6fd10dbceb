import type { ContentDocument } from '../../kirby/content/document.ts';
import type { Span } from '../../kirby/text/span.ts';
import type { ContentFile, Site } from '../../site/site.ts';
import type { SitePath } from '../../site/site-path.ts';
import type { JsonPlace } from './json-place.ts';

/** What completion may know of the document it is asked for. */
export interface CompletionContext {
  readonly document: ContentDocument;
  /** `undefined`: a loose file outside of any site. */
  readonly site: Site | undefined;
  readonly file: ContentFile | undefined;
  /** The moment of the request; without it no dates are offered. */
  readonly now?: Date;
  /** Makes the id of a new block, row or column; ids stay blank without it. */
  readonly newId?: () => string;
}

export interface CompletionList {
  readonly items: readonly CompletionItem[];
  /** There are more: ask again when the author has typed on. */
  readonly isIncomplete: boolean;
}

export interface CompletionItem {
  readonly label: string;
  /** One line beside the label: a field's type, a file's page. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** An image of the site that shows what is meant. */
  readonly picture?: SitePath;
  readonly insert: Insertion;
  /** Edits elsewhere in the document, never overlapping `insert`. */
  readonly additionalEdits?: readonly Insertion[];
  readonly kind: CompletionKind;
  readonly sortText?: string;
  /** What the author's typing is compared with; the label when absent. */
  readonly filterText?: string;
}

export type CompletionKind = 'field' | 'key' | 'value' | 'block' | 'file' | 'page' | 'user';

export interface Insertion {
  /** What is replaced, in the document; empty for a mere insertion. */
  readonly span: Span;
  readonly text: string;
  /** The same as a snippet with `$1`, `$0`, where the client knows snippets. */
  readonly snippet?: string;
}

/** What the sources of suggestions are asked. */
export interface CompletionRequest {
  readonly context: CompletionContext;
  /** Of the cursor, in the document. */
  readonly offset: number;
  /** Where the cursor is in the JSON of a Layout or Blocks field; `undefined` outside of any. */
  readonly json: JsonPlace | undefined;
}

/** One source of suggestions; `undefined` where it has nothing to say. */
export type CompletionProvider = (request: CompletionRequest) => CompletionList | undefined;
