import { difference, differences } from '../text/difference.ts';
import { type MappedText, plainText } from '../text/mapped-text.ts';
import { stringText } from './string.ts';
import { type JsonStyle, writeStringPart } from './style.ts';
import type { TextEdit } from './text-edit.ts';
import type { JsonNode } from './tree.ts';

/**
 * Gives a string another text by replacing only the characters that differ, so that every escape
 * outside of them stays as it is spelled. It is one edit, unless that would spell anew what stands
 * between two changes.
 *
 * @returns edits of `text`, in rising order
 */
export function setString(
  text: string,
  literal: JsonNode,
  value: string,
  style: JsonStyle,
): readonly TextEdit[] {
  const old = stringText(literal, plainText(text, 0));
  const whole = difference(old.text, value);
  const { start, end } = old.toSource(whole.span);
  const isUsual =
    text.slice(start, end) ===
    writeStringPart(old.text.slice(whole.span.start, whole.span.end), style);
  const parts = isUsual ? [whole] : differences(old.text, value);
  return written(parts, old, style);
}

/**
 * Makes edits of the text of a string in the string itself; every escape outside of them stays as it is
 * spelled, however much there is between two of them.
 *
 * @param edits in offsets of the string's text
 * @returns edits of `text`, in the same order
 */
export function editsInString(
  text: string,
  literal: JsonNode,
  edits: readonly TextEdit[],
  style: JsonStyle,
): readonly TextEdit[] {
  return written(edits, stringText(literal, plainText(text, 0)), style);
}

function written(
  edits: readonly TextEdit[],
  inner: MappedText,
  style: JsonStyle,
): readonly TextEdit[] {
  return edits.map((edit) => ({
    span: inner.toSource(edit.span),
    text: writeStringPart(edit.text, style),
  }));
}
