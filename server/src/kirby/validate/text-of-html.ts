import { asciiLower, phpTrim } from '../text/php.ts';

/** What Kirby lets stand in the HTML of a writer field (`Kirby\Sane\Html`). */
const kept: ReadonlySet<string> = new Set(
  (
    'a abbr b blockquote br code dl dd del div dt em footer h1 h2 h3 h4 h5 h6 hr i ins li small ' +
    'span strong sub sup ol p pre s u ul'
  ).split(' '),
);

/** The fewest and the most characters that Kirby may count. */
export interface Count {
  readonly least: number;
  readonly most: number;
}

/**
 * How many characters the text of HTML has as a writer field counts them: without its tags, with
 * `&amp;` as five characters. Two numbers, because cleaning may turn a character reference into its
 * character. `undefined`: elements are removed with their text, or the HTML is broken.
 */
export function textCount(html: string): Count | undefined {
  let text = '';
  let end = 0;
  for (const match of html.matchAll(
    /<\/?([a-z][a-z\d]*)(?:\s(?:"[^"]*"|'[^']*'|[^'"<>])*)?\/?>/gi,
  )) {
    if (!kept.has(asciiLower(match[1] ?? ''))) return undefined;
    text += html.slice(end, match.index);
    end = match.index + match[0].length;
  }
  text = phpTrim(text + html.slice(end));
  if (/[<>]/.test(text)) return undefined;
  let least = 0;
  let most = 0;
  for (const [piece] of text.matchAll(/&(?:#\w+|\w+);|[^]/gu)) {
    const length = lengths.get(piece) ?? (piece.startsWith('&') && piece.length > 1 ? 0 : 1);
    least += length === 0 ? 1 : length;
    most += length === 0 ? piece.length : length;
  }
  return { least, most };
}

/** What is always written as a character reference. */
const lengths: ReadonlyMap<string, number> = new Map([
  ['&amp;', 5],
  ['&', 5],
  ['&lt;', 4],
  ['&gt;', 4],
  ['&nbsp;', 6],
  ['\u00a0', 6],
]);
