import { decodedText, type Jump, type MappedText } from '../text/mapped-text.ts';
import type { JsonNode } from './tree.ts';

/**
 * The text a JSON string stands for, with the way back through `\u00e9`, `\n` and `\/`. Each half of
 * a surrogate pair leads to its own escape. A malformed escape stands for the characters after its
 * backslash, and a string without an end ends where its literal does.
 *
 * @param literal a string of the tree that was read from `parent.text`, with its quotes
 */
export function stringText(literal: JsonNode, parent: MappedText): MappedText {
  const { text } = parent;
  const start = literal.span.start + 1;
  const closes = text[literal.span.end - 1] === '"' && literal.span.end > start;
  const end = closes ? literal.span.end - 1 : Math.max(start, literal.span.end);
  const jumps: Jump[] = [];
  let decoded = '';
  let at = start;
  for (;;) {
    const backslash = text.indexOf('\\', at);
    if (backslash < 0 || backslash >= end - 1) break;
    decoded += text.slice(at, backslash);
    const escape = readEscape(text, backslash, end);
    decoded += escape.char;
    at = escape.end;
    jumps.push({ text: decoded.length, sourceEnd: at, source: at });
  }
  return decodedText(decoded + text.slice(at, end), parent, start, end, jumps);
}

const control: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The character an escape stands for, and where the escape ends. */
function readEscape(text: string, backslash: number, end: number): { char: string; end: number } {
  const letter = text[backslash + 1] ?? '';
  const digits = text.slice(backslash + 2, Math.min(backslash + 6, end));
  if (letter === 'u' && /^[0-9a-f]{4}$/iu.test(digits)) {
    return { char: String.fromCharCode(parseInt(digits, 16)), end: backslash + 6 };
  }
  return { char: control[letter] ?? letter, end: backslash + 2 };
}
