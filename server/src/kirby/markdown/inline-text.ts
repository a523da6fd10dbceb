import { type Brackets, pairBrackets } from './brackets.ts';
import { type EmphasisEnds, emphasisEnds, type EmphasisKind } from './emphasis-ends.ts';
import type { Run } from './run.ts';

/** Renders a text that stands inside of another one. */
export type RenderInline = (text: string, run: Run, insideLink: boolean) => string;

/** A text that is being rendered, and what was found out about it so far. */
export class InlineText {
  readonly text: string;
  readonly run: Run;
  /** Links and addresses do not stand inside links. */
  readonly insideLink: boolean;
  /** Where the text that is not rendered yet begins. */
  start = 0;
  /** Before this offset, no `~~` ends anything. */
  strikeSearchedTo = 0;

  readonly #render: RenderInline;
  readonly #ends = new Map<string, EmphasisEnds>();
  #brackets: Brackets | undefined;

  constructor(text: string, run: Run, insideLink: boolean, render: RenderInline) {
    this.text = text;
    this.run = run;
    this.insideLink = insideLink;
    this.#render = render;
  }

  nested(text: string, insideLink = this.insideLink): string {
    return this.#render(text, this.run, insideLink);
  }

  /** Where the content that begins at `start` ends; -1: nowhere. */
  emphasisEnd(kind: EmphasisKind, start: number): number {
    const key = kind.marker.repeat(kind.width);
    let ends = this.#ends.get(key);
    if (ends === undefined) {
      ends = emphasisEnds(this.text, kind);
      this.#ends.set(key, ends);
    }
    return ends(start);
  }

  get brackets(): Brackets {
    this.#brackets ??= pairBrackets(this.text);
    return this.#brackets;
  }
}

/** What stands in a text: its place and its HTML. */
export interface Inline {
  readonly start: number;
  readonly end: number;
  readonly html: string;
}

/** Reads what begins at a marker; `undefined`: the marker is a character like any other. */
export type InlineType = (source: InlineText, at: number) => Inline | undefined;
