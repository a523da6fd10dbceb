import { equalValues } from './equal.ts';
import { withCharacters, withLayout } from './respell.ts';
import { parseJson } from './value.ts';

/**
 * A way to spell JSON that an author can ask for. `readable` is how Kirby has written texts since
 * 3.9.3 (`é`, `/`), `escaped` how it did before (`\u00e9`, `\/`); `pretty` is what the option
 * `pretty: true` of a field gives, `minified` what Kirby writes without it.
 */
export type Spelling = 'readable' | 'escaped' | 'pretty' | 'minified';

/** In the order in which they are offered. */
export const spellings: readonly Spelling[] = ['readable', 'escaped', 'pretty', 'minified'];

/**
 * A JSON text in another spelling, token by token: numbers, keys that stand twice and escapes that
 * every style needs stay as they are.
 *
 * @param eol of the lines of `pretty`
 * @returns `undefined` for a text that is no JSON, or whose value would not stay the same
 */
export function respelled(
  text: string,
  spelling: Spelling,
  eol: '\n' | '\r\n' = '\n',
): string | undefined {
  const before = parseJson(text);
  if (before === undefined) return undefined;
  const result = spell(text, spelling, eol);
  const after = parseJson(result);
  return after !== undefined && equalValues(before, after) ? result : undefined;
}

function spell(text: string, spelling: Spelling, eol: '\n' | '\r\n'): string {
  const escapes = spelling === 'escaped';
  const isPretty = spelling === 'pretty';
  switch (spelling) {
    case 'readable':
    case 'escaped':
      return withCharacters(text, {
        escapesUnicode: escapes,
        upperCaseHex: false,
        escapesSlashes: escapes,
      });
    case 'pretty':
    case 'minified':
      return withLayout(text, {
        // As PHP's JSON_PRETTY_PRINT.
        indent: isPretty ? '    ' : undefined,
        eol,
        spaceAfterColon: isPretty,
        spaceAfterComma: false,
        onlyItems: false,
      });
  }
}
