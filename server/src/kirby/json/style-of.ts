import type { JsonStyle } from './style.ts';

/** An escape that only the old style needs; U+2028 and U+2029 are escaped in any. */
const beyondAscii =
  /\\u(?!202[89])(?:00[89a-f][0-9a-f]|0[1-9a-f][0-9a-f]{2}|[1-9a-f][0-9a-f]{3})/giu;

/** A backslash in a string: what stands behind it is no escape. */
const backslashes = /\\\\/gu;

/**
 * The style of a JSON text, broken or not. What the text does not show is assumed to be as the
 * present Kirby writes it, but a text with `\/` and no special characters is an old one and gets
 * `\u00e9` as well.
 *
 * @param like what characters are written like where the text has none that tell: an emptied list
 *   is written as what stands around it
 */
export function styleOf(text: string, like?: JsonStyle): JsonStyle {
  return { ...charactersOf(text, like), ...layoutOf(text) };
}

type Characters = Pick<JsonStyle, 'escapesUnicode' | 'upperCaseHex' | 'escapesSlashes'>;

function charactersOf(all: string, like: JsonStyle | undefined): Characters {
  const text = all.includes('\\\\') ? all.replace(backslashes, '') : all;
  const slashes = count(text, '/');
  const escapedSlashes = count(text, '\\/');
  const unicode = text.match(beyondAscii) ?? [];
  const escapes = unicode.length;
  const raw = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
  const escapesSlashes =
    slashes === 0 && like !== undefined
      ? like.escapesSlashes
      : escapedSlashes > 0 && escapedSlashes * 2 >= slashes;
  // `\/` alone tells as much only of a text of which nothing else is known.
  const isTold = escapes + raw > 0;
  return {
    escapesUnicode:
      like !== undefined && !isTold
        ? like.escapesUnicode
        : escapes > 0
          ? escapes > raw
          : escapesSlashes && raw === 0,
    upperCaseHex:
      like !== undefined && escapes === 0
        ? like.upperCaseHex
        : unicode.some((escape) => /[A-F]/u.test(escape)),
    escapesSlashes,
  };
}

/** A string, or a mark outside of strings with the character behind it. */
const marks = /"[^"\\]*(?:\\[^][^"\\]*)*"|([:,])(?=([^]?))/gu;

function layoutOf(text: string): Omit<JsonStyle, keyof Characters> {
  const layout = /^\s*[[{](\r?\n)([ \t]*)([[{][^\r\n]*[\]}],?[ \t]*(?:\r?\n|$))?/u.exec(text);
  return {
    indent: layout?.[2],
    onlyItems: layout?.[3] !== undefined,
    eol: layout?.[1] === '\r\n' ? '\r\n' : '\n',
    ...blanksOf(text),
  };
}

/** Whether a blank stands behind the first colon, and behind the first comma. */
function blanksOf(text: string): Pick<JsonStyle, 'spaceAfterColon' | 'spaceAfterComma'> {
  let colon: string | undefined;
  let comma: string | undefined;
  for (const [, mark, next] of text.matchAll(marks)) {
    if (mark === ':') colon ??= next;
    if (mark === ',') comma ??= next;
    if (colon !== undefined && comma !== undefined) break;
  }
  return { spaceAfterColon: colon === ' ', spaceAfterComma: comma === ' ' };
}

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found++;
  return found;
}
