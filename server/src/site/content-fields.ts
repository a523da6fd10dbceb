import { hasField, type TextSummary, valueIn } from './summary.ts';

/** Which fields a content file has, asked by Kirby's names: `my_field`. */
export interface ContentFields {
  /** As the file spells them, each once: `My-field`. */
  readonly names: readonly string[];
  /** Whether there is such a field, empty or not. */
  has(name: string): boolean;
  /** Whether it holds anything. */
  isFilled(name: string): boolean;
  /** What it holds, empty where there is no such field; `undefined`: it is too long to be kept. */
  valueOf(name: string): string | undefined;
}

export function contentFields(summary: TextSummary): ContentFields {
  return {
    names: summary.names,
    has: (name) => hasField(summary, name),
    valueOf: (name) => valueIn(summary, name),
    // A value that is not kept is a long one.
    isFilled: (name) => hasField(summary, name) && valueIn(summary, name) !== '',
  };
}
