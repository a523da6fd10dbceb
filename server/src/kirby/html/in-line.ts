/** Elements that do not begin a line of their own, nor part a word. */
export const inLine: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data dfn del em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
