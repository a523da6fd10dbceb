import { type Characters, type Layout, withCharacters, withLayout } from './respell.ts';
import type { JsonStyle } from './style.ts';

/** A value as it is spelled somewhere, and the style of the JSON that it stands in. */
export interface Spelled {
  /** As if it stood at the margin: lines begin with what they are indented more than the first one. */
  readonly text: string;
  readonly style: JsonStyle;
}

/**
 * A value to be put elsewhere in the spelling it has: `1.0`, large numbers and escapes of its own stay.
 *
 * @param written the value, as it stands in a text of the style
 */
export function spelledAs(written: string, style: JsonStyle): Spelled {
  const margin = /\n([ \t]*)\S[^\n]*$/u.exec(written)?.[1] ?? '';
  return { text: written.replaceAll(`\n${margin}`, '\n'), style };
}

/**
 * The text of a value for another place. It is spelled as it was; only where the other JSON has another
 * style its characters or blanks follow that.
 *
 * @param depth how deep it is to stand; its first line is not indented
 */
export function writeSpelled({ text, style }: Spelled, to: JsonStyle, depth: number): string {
  const isAlike = characters.every((key) => style[key] === to[key]);
  const spelled = isAlike ? text : withCharacters(text, to);
  if (!layout.every((key) => style[key] === to[key])) return withLayout(spelled, to, depth);
  const margin = to.onlyItems ? '' : (to.indent ?? '').repeat(depth);
  // Line breaks stand only between tokens: inside of strings JSON has none.
  return margin === '' ? spelled : spelled.replaceAll('\n', `\n${margin}`);
}

const characters: readonly (keyof Characters)[] = [
  'escapesUnicode',
  'upperCaseHex',
  'escapesSlashes',
];

const layout: readonly (keyof Layout)[] = [
  'indent',
  'onlyItems',
  'eol',
  'spaceAfterColon',
  'spaceAfterComma',
];
