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
  /** A new random UUID (version 4); without it no fix is offered that needs one. */
  readonly newId?: () => string;
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
  readonly related?: readonly Related[];
  /** Computed when asked for, never remembered. The first is the preferred one. */
  readonly fixes?: () => readonly Fix[];
}

/** A place in the same document, or another file as a whole. */
export type Related = { readonly message: string } & (
  { readonly span: Span } | { readonly path: SitePath }
);

export interface Fix {
  /** Imperative, in an author's words: `Escape the quote`. */
  readonly title: string;
  /** Of the document with the problem; none where the fix is a wide one. */
  readonly edits: readonly Edit[];
  /** Whether it may be applied unasked, together with others: nothing readable is lost by it. */
  readonly safe: boolean;
  readonly wide?: WideFix;
}

/**
 * A fix that reaches into other files. Rules read no files: whoever applies it brings their texts,
 * those of open documents as they are in the editor.
 */
export interface WideFix {
  /** The files whose texts are needed, the one with the problem among them. */
  readonly paths: readonly SitePath[];
  /**
   * The edits of each file that changes.
   *
   * @param texts by path; a file that cannot be read is not among them
   * @returns `undefined` where a file is not as the site had it: then nothing may be changed
   */
  readonly editsIn: (
    texts: ReadonlyMap<SitePath, string>,
  ) => ReadonlyMap<SitePath, readonly Edit[]> | undefined;
}

export interface Edit {
  readonly span: Span;
  readonly text: string;
}
