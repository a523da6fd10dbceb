import { isObject } from '../../../server/src/kirby/json/value.ts';
import type { Span } from '../../../server/src/kirby/text/span.ts';
import type { Part, Target } from './target.ts';

/** One way to break a content file. */
export interface Fault {
  readonly name: string;
  /** The rule that is to find it. */
  readonly code: string;
  /**
   * Whether the first fix brings the bytes back that were there. `false`: what was there is gone,
   * or was another text that means the same.
   */
  readonly restores?: boolean;
  /** The broken text; `undefined` where the target has nothing to break in this way. */
  inject(target: Target, pick: Pick): Injected | undefined;
}

export interface Injected {
  readonly text: string;
  /** Where the problem belongs, in the broken text. */
  readonly place: Span;
  /** A new part that every fix has to leave as it is spelled. */
  readonly keeps?: string;
  /** The name of a field to whose end a fix may put what was cut off. */
  readonly grows?: string;
}

/** Chooses one of several, the same at every run; `undefined` of nothing. */
export type Pick = <Item>(items: readonly Item[]) => Item | undefined;

/** Choices that follow from a number. */
export function pickFrom(seed: number): Pick {
  let state = seed >>> 0;
  return (items) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return items[state % Math.max(1, items.length)];
  };
}

/** Puts a text in place of another; the problem belongs to what is new. */
export function replaced({ text }: Target, span: Span, by: string): Injected {
  return {
    text: text.slice(0, span.start) + by + text.slice(span.end),
    place: { start: span.start, end: span.start + by.length },
  };
}

export function inserted(target: Target, at: number, text: string): Injected {
  return replaced(target, { start: at, end: at }, text);
}

/** Blocks of a type whose content is an object, which is how Kirby writes them. */
export function blocksOf({ blocks }: Target, ...types: readonly string[]): readonly Part[] {
  return blocks.filter(
    ({ value: { type, content, id } }) =>
      typeof type === 'string' &&
      typeof id === 'string' &&
      isObject(content) &&
      (types.length === 0 || types.includes(type)),
  );
}
