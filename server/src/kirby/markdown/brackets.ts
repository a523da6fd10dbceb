import { firstAtLeast } from './sorted.ts';

/** From an offset, the next `[…]` that is closed: its place, and that of its closing bracket. */
export type Brackets = (
  offset: number,
) => { readonly open: number; readonly close: number } | undefined;

/** The brackets of a text that belong together. */
export function pairBrackets(text: string): Brackets {
  const closes = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/[[\]]/g)) {
    if (sign === '[') open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined) closes.set(start, index);
    }
  }
  let opens: readonly number[] | undefined;
  return (offset) => {
    const direct = closes.get(offset);
    if (direct !== undefined) return { open: offset, close: direct };
    opens ??= [...closes.keys()].sort((a, b) => a - b);
    const next = opens[firstAtLeast(opens, offset)];
    const close = next === undefined ? undefined : closes.get(next);
    return next === undefined || close === undefined ? undefined : { open: next, close };
  };
}
