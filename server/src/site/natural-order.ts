/**
 * The order of PHP's `natsort()` (`strnatcmp`), in which Kirby reads folders: numbers by their
 * value, letters by their code, blanks skipped. `2_b` comes before `10_a`.
 */
export function naturalOrder(a: string, b: string): number {
  if (a === '' || b === '') return Math.sign(a.length - b.length);
  let i = skipZeros(a);
  let j = skipZeros(b);
  for (;;) {
    i = skipBlanks(a, i);
    j = skipBlanks(b, j);
    const end = digitsEnd(a, i);
    const otherEnd = digitsEnd(b, j);
    if (end > i && otherEnd > j) {
      const difference = compareNumbers(a.slice(i, end), b.slice(j, otherEnd));
      if (difference !== 0) return difference;
      i = end;
      j = otherEnd;
      if (i >= a.length || j >= b.length) return Math.sign(a.length - i - (b.length - j));
    }
    const difference = codeAt(a, i) - codeAt(b, j);
    if (difference !== 0) return difference;
    i++;
    j++;
    if (i >= a.length || j >= b.length) return Math.sign(a.length - i - (b.length - j));
  }
}

/** Names in natural order; equal ones as `scandir()` gives them, by their codes. */
export function naturallySorted(names: Iterable<string>): readonly string[] {
  return [...names].sort((a, b) => naturalOrder(a, b) || (a < b ? -1 : a > b ? 1 : 0));
}

/** Two runs of digits. With a zero in front they are fractions: digit by digit, the shorter first. */
function compareNumbers(a: string, b: string): number {
  const areFractions = a.startsWith('0') || b.startsWith('0');
  if (!areFractions && a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Zeros in front of a number at the very start do not count. */
function skipZeros(text: string): number {
  let at = 0;
  while (text.startsWith('0', at) && digitsEnd(text, at + 1) > at + 1) at++;
  return at;
}

function skipBlanks(text: string, at: number): number {
  let next = at;
  for (;;) {
    const code = text.charCodeAt(next);
    if (code !== 32 && !(code >= 9 && code <= 13)) return next;
    next++;
  }
}

/** Where the digits end that begin at `at`; `at` itself when there are none. */
function digitsEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    const code = text.charCodeAt(end);
    if (!(code >= 48 && code <= 57)) return end;
    end++;
  }
}

/** PHP compares bytes of UTF-8, whose order is that of code points. The end counts as zero. */
function codeAt(text: string, at: number): number {
  return text.codePointAt(at) ?? 0;
}
