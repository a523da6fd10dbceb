import { asciiLower, isSpace } from '../../text/php.ts';
import { attributesAfter } from '../attributes.ts';
import type { Attributes } from '../escape.ts';
import type { InlineText } from '../inline-text.ts';

/** `[text](address "title")`, `[text][label]` or `[label]`, as links and images begin. */
export interface LinkTarget {
  readonly text: string;
  readonly address: string;
  readonly attributes: Attributes;
  readonly end: number;
}

/** Reads what begins with the `[` at an offset; `undefined`: it leads nowhere. */
export function linkTarget(source: InlineText, at: number): LinkTarget | undefined {
  // A bracket that is never closed lends its place to the next pair, as in Parsedown.
  const pair = source.brackets(at);
  if (pair === undefined) return undefined;
  const textEnd = at + (pair.close + 1 - pair.open);
  const found =
    inlineTarget(source.text, textEnd) ?? definedTarget(source, pair.open + 1, pair.close, textEnd);
  if (found === undefined) return undefined;

  const title: Attributes = [['title', found.title]];
  const more = source.run.options.extra ? attributesAfter(source.text, found.end) : undefined;
  return {
    text: source.text.slice(pair.open + 1, pair.close),
    address: found.address,
    attributes: more === undefined ? title : [...title, ...more.attributes],
    end: found.end + (more?.length ?? 0),
  };
}

interface Destination {
  readonly address: string;
  readonly title: string | undefined;
  readonly end: number;
}

const titlePattern = / +(?:"([^"]*)"|'([^']*)')/y;

/** `(address "title")`. Parentheses may stand in the address in pairs, blanks may not. */
function inlineTarget(text: string, start: number): Destination | undefined {
  if (text.charAt(start) !== '(') return undefined;
  const addressStart = skipSpace(text, start + 1);
  const addressEnd = skipAddress(text, addressStart);
  if (addressEnd === addressStart) return undefined;

  titlePattern.lastIndex = addressEnd;
  const match = titlePattern.exec(text);
  const end = skipSpace(text, match === null ? addressEnd : titlePattern.lastIndex);
  if (text.charAt(end) !== ')') return undefined;
  const address = text.slice(addressStart, addressEnd);
  return { address, title: match?.[1] ?? match?.[2], end: end + 1 };
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function skipAddress(text: string, start: number): number {
  let at = start;
  for (;;) {
    const character = text.charAt(at);
    if (character === '' || character === ' ' || character === ')') return at;
    if (character !== '(') at++;
    else {
      const inner = /^\(([^ )]+)\)/.exec(text.slice(at, at + 2000))?.[0].length;
      if (inner === undefined) return at;
      at += inner;
    }
  }
}

/** Keeps thousands of nested brackets from being looked up each. */
const longestLabel = 1000;

/** `[label]` after the text, or the text itself as a label, when such an address is defined. */
function definedTarget(
  { text, run }: InlineText,
  textStart: number,
  textEnd: number,
  start: number,
): Destination | undefined {
  const { references } = run.definitions;
  if (references.size === 0 || textEnd - textStart > longestLabel) return undefined;
  const label = labelAfter(text, start);
  const name =
    label === undefined || label.text === '' ? text.slice(textStart, textEnd) : label.text;
  const definition = references.get(asciiLower(name));
  return definition && { ...definition, end: label?.end ?? start };
}

function labelAfter(
  text: string,
  start: number,
): { readonly text: string; readonly end: number } | undefined {
  const open = skipSpace(text, start);
  if (text.charAt(open) !== '[') return undefined;
  const close = text.indexOf(']', open);
  const label = text.slice(open + 1, close);
  return close < 0 || label.includes('\n') ? undefined : { text: label, end: close + 1 };
}
