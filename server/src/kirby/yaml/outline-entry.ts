import type { Span } from '../text/span.ts';

/** One key or list item of a YAML text, with its place. */
export interface YamlEntry {
  /** As written, without quotes; of a list item its index. */
  readonly key: string;
  /** The key without quotes; of a list item its dash, in `[a, b]` its value. */
  readonly keySpan: Span;
  readonly isItem: boolean;
  /** A scalar behind the key, without quotes. `undefined`: nothing, or a list or map. */
  readonly value: YamlScalar | undefined;
  readonly entries: readonly YamlEntry[];
}

export interface YamlScalar {
  readonly text: string;
  readonly span: Span;
}

/** A quoted text that ends before `limit`: what is between its quotes, and where it ends. */
export function quotedAt(
  text: string,
  start: number,
  limit: number,
): { readonly span: Span; readonly end: number } | undefined {
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return undefined;
  for (let at = start + 1; at < limit; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) return { span: { start: start + 1, end: at }, end: at + 1 };
  }
  return undefined;
}

/** The first place from `at` on, before `end`, where no blank stands. */
export function skipBlanks(text: string, at: number, end: number): number {
  let start = at;
  while (start < end && ' \t\r'.includes(text.charAt(start))) start++;
  return start;
}
