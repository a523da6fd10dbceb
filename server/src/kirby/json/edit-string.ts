import { plainText } from '../text/mapped-text.ts';
import { stringText } from './string.ts';
import { type JsonStyle, writeStringPart } from './style.ts';
import type { TextEdit } from './text-edit.ts';
import type { JsonNode } from './tree.ts';

/**
 * Gives a string another text by replacing only the characters that differ, so that every escape
 * outside of them stays as it is spelled.
 */
export function setString(
  text: string,
  literal: JsonNode,
  value: string,
  style: JsonStyle,
): TextEdit {
  const old = stringText(literal, plainText(text, 0));
  const start = commonStart(old.text, value);
  const end = commonEnd(old.text, value, start);
  const span = old.toSource({ start, end: old.text.length - end });
  return { span, text: writeStringPart(value.slice(start, value.length - end), style) };
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  // A pair of surrogates is one character and is replaced as one.
  return isHigh(a.charCodeAt(at - 1)) ? at - 1 : at;
}

/** How many characters at the ends are the same, those before `start` not counted twice. */
function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let same = 0;
  while (same < most && a[a.length - 1 - same] === b[b.length - 1 - same]) same++;
  return isLow(a.charCodeAt(a.length - same)) ? same - 1 : same;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
