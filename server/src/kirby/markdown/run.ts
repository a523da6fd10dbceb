/** How Kirby's `markdown` option sets its parser (`Kirby\Text\Markdown`). */
export interface MarkdownOptions {
  /** A single line break becomes `<br />`. Kirby: on. */
  readonly breaks: boolean;
  /** Footnotes, definition lists, abbreviations, `{#id .class}` (Parsedown Extra). Kirby: off. */
  readonly extra: boolean;
  /** HTML is escaped and links of unknown schemes are disarmed. Kirby: off. */
  readonly safe: boolean;
}

/** `[label]: address "title"` */
export interface ReferenceDefinition {
  readonly address: string;
  readonly title: string | undefined;
}

export interface Footnote {
  readonly text: string;
  /** How often the text refers to it. */
  count: number;
  /** In the order in which they are referred to; `undefined`: not yet. */
  number: number | undefined;
}

/** What a text defines for other places of the same text. */
export interface Definitions {
  /** By label in ASCII lower case. */
  readonly references: Map<string, ReferenceDefinition>;
  readonly footnotes: Map<string, Footnote>;
  readonly abbreviations: Map<string, string>;
}

/** One rendering of one text: what is known so far. */
export interface Run {
  readonly options: MarkdownOptions;
  definitions: Definitions;
  footnoteCount: number;
  /** How many lists and quotes are open around the place. */
  depth: number;
}

export function newRun(options: MarkdownOptions): Run {
  return { options, definitions: noDefinitions(), footnoteCount: 0, depth: 0 };
}

export function noDefinitions(): Definitions {
  return { references: new Map(), footnotes: new Map(), abbreviations: new Map() };
}
