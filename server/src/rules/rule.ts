import type { ContentDocument } from '../kirby/content/document.ts';
import type { Span } from '../kirby/text/span.ts';
import type { ContentFile, Site } from '../site/site.ts';
import type { SitePath } from '../site/site-path.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * One kind of thing that can be wrong. `code`, this file's name, its test and its page in
 * `docs/rules` bear the same name, and keep it for ever.
 */
export interface AnyRule {
  readonly code: string;
  /** What a problem has when it names no severity of its own. */
  readonly severity: Severity;
}

/** A rule about content. Those about blueprints are in `blueprint/`. */
export interface Rule extends AnyRule {
  /** `document`: the answer depends on the text alone and is kept while only the site changes. */
  readonly reads: 'document' | 'site';
  check(context: RuleContext): Iterable<Problem>;
}

export interface RuleContext {
  readonly document: ContentDocument;
  /** `undefined`: a loose file outside of any site. */
  readonly site: Site | undefined;
  /** What the file is in its site. */
  readonly file: ContentFile | undefined;
  /** The author's day and time, `2024-02-29T12:30:00`; without it nothing depends on the day. */
  readonly today?: string | undefined;
}

/** The part of a context's day and time that the rules read: the day. */
export function dayIn({ today }: RuleContext): string | undefined {
  return today?.slice(0, 10);
}

export interface Problem {
  /** One or two plain sentences: what is wrong, what Kirby does with it, what to do. */
  readonly message: string;
  readonly span: Span;
  readonly severity?: Severity;
  /** Other places that belong to it: the first of two equal ids, say. */
  readonly related?: readonly { readonly message: string; readonly span: Span }[];
  /** Computed when asked for, never remembered. The first is the preferred one. */
  readonly fixes?: () => readonly Fix[];
}

export interface Fix {
  /** Imperative, in an author's words: `Escape the quote`. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Whether it may be applied unasked, together with others: nothing readable is lost by it. */
  readonly safe: boolean;
}

export interface Edit {
  readonly span: Span;
  readonly text: string;
  /** Another file than the one with the problem. */
  readonly path?: SitePath;
}
