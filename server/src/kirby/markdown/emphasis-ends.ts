import { firstAtLeast } from './sorted.ts';

/** `*em*`, `**strong**`, `_em_`, `__strong__` */
export interface EmphasisKind {
  readonly marker: '*' | '_';
  /** How many markers open and close it: 1 for `em`, 2 for `strong`. */
  readonly width: 1 | 2;
}

/** Where the content that begins at an offset ends: at the markers that close it; -1: nowhere. */
export type EmphasisEnds = (contentStart: number) => number;

/**
 * Where every emphasis of a kind in a text ends.
 *
 * Parsedown's pattern backtracks. But whether an end can be reached from a marker does not depend on
 * where the emphasis began, so one pass over the markers, from the last to the first, answers for all.
 */
export function emphasisEnds(text: string, { marker, width }: EmphasisKind): EmphasisEnds {
  const markers: number[] = [];
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + 1)) markers.push(at);
  /** The end that is reached from a marker, and from text before it. */
  const fromMarker: number[] = new Array<number>(markers.length).fill(-1);
  const fromText: number[] = new Array<number>(markers.length).fill(-1);

  for (let index = markers.length - 1; index >= 0; index--) {
    const at = markers[index] ?? 0;
    fromMarker[index] = isEnd(text, marker, width, at) ? at : afterGroup(index);
    const escaped = text[at - 1] === '\\' ? endFrom(at + 1, index + 1) : -1;
    fromText[index] = escaped >= 0 ? escaped : (fromMarker[index] ?? -1);
  }
  return (contentStart) => {
    const index = firstAtLeast(markers, contentStart);
    return markers[index] === contentStart ? afterGroup(index) : (fromText[index] ?? -1);
  };

  /** From an offset, of which `index` is the next marker. */
  function endFrom(offset: number, index: number): number {
    return (markers[index] === offset ? fromMarker[index] : fromText[index]) ?? -1;
  }

  /** Markers inside the content come in groups: `*em*` inside of strong, `**strong**` inside of em. */
  function afterGroup(index: number): number {
    const at = markers[index] ?? 0;
    const next = markers[index + 1] ?? -1;
    if (width === 2) return next < 0 ? -1 : endFrom(next + 1, index + 2);
    const close = markers[index + 2] ?? -1;
    const isGroup = next === at + 1 && close >= 0 && markers[index + 3] === close + 1;
    const isEmpty = marker === '*' && close === at + 2;
    return isGroup && !isEmpty ? endFrom(close + 2, index + 4) : -1;
  }
}

function isEnd(text: string, marker: string, width: 1 | 2, at: number): boolean {
  if (width === 2 && text[at + 1] !== marker) return false;
  const following = text.slice(at + width, at + width + 2);
  if (following.startsWith(marker)) return false;
  // `_` does not end in the middle of a word.
  return marker === '*' || width === 2 || !/^[\p{L}\p{N}\p{M}]/u.test(following);
}
