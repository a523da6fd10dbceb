import type { JsonPath } from '../../kirby/json/value.ts';
import type { Span } from '../../kirby/text/span.ts';
import { type Frame, type JsonFrame, put } from './json-frames.ts';
import { isBlank, isLiteral, tokenAt } from './json-lexer.ts';

/** Where in a JSON text an author types, told without needing the text to be JSON. */
export interface JsonCursor {
  /** The objects and arrays around the cursor, outermost first. */
  readonly frames: readonly JsonFrame[];
  /** The way to the innermost frame, and the key or index that the cursor is at. */
  readonly path: JsonPath;
  readonly place: 'key' | 'value';
  /** What stands between the opening quote (or the beginning of a bare word) and the cursor. */
  readonly typed: string;
  /** What a suggestion replaces: the word, without an opening quote, with a closing one. */
  readonly span: Span;
  readonly isQuoted: boolean;
  /** The end of a value that a comma is missing after. */
  readonly missingCommaAt: number | undefined;
  /** What follows, blanks passed over: `:`, `,`, `"`, … or nothing. */
  readonly next: string;
}

type Captured = Omit<JsonCursor, 'next'>;

/**
 * Reads on past faults as a person would: a quote that nothing structural follows belongs to the
 * text, a bracket that closes nothing is passed over. The text after the cursor is read until the
 * outermost row or block ends, for the keys that it has.
 */
export function jsonCursor(text: string, offset: number): JsonCursor | undefined {
  const stack: Frame[] = [];
  let captured: Captured | undefined;
  let valueEnd = 0;
  let isAfterProse = false;
  let at = 0;
  while (at < text.length) {
    if (captured !== undefined && stack.length < 2) break;
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      at++;
      continue;
    }
    if (captured === undefined && at >= offset) {
      captured = capture(stack, { start: offset, end: offset }, '', false, valueEnd);
      if (captured === undefined) return undefined;
    }
    const token = tokenAt(text, at, offset, isAfterProse);
    if (captured === undefined && token.kind === 'word' && at < offset && offset <= token.reach) {
      const start = token.isQuoted ? at + 1 : at;
      const typed = text.slice(start, offset);
      captured = capture(stack, { start, end: token.end }, typed, token.isQuoted, valueEnd);
      if (captured === undefined) return undefined;
      put(stack, token, text, true);
    } else put(stack, token, text, false);
    isAfterProse = token.kind === 'word' && !token.isQuoted && !isLiteral(token.text);
    if (token.kind === 'word' || token.kind === 'close') valueEnd = token.end;
    at = token.end;
  }
  captured ??= capture(stack, { start: offset, end: offset }, '', false, valueEnd);
  if (captured === undefined) return undefined;
  const next = nextAfter(text, captured.span.end);
  return isBeforeItsValue(captured, next) ? undefined : { ...captured, next };
}

function capture(
  stack: readonly Frame[],
  span: Span,
  typed: string,
  isQuoted: boolean,
  valueEnd: number,
): Captured | undefined {
  const top = stack.at(-1);
  if (top === undefined || top.expects === 'colon') return undefined;
  const isKey = top.kind === 'object' && top.expects !== 'value';
  const path = stack.map((frame) => (frame.kind === 'array' ? frame.index : frame.key));
  if (top.kind === 'array' && top.expects === 'comma') path[path.length - 1] = top.index + 1;
  const missingCommaAt = top.expects === 'comma' ? valueEnd : undefined;
  return {
    frames: [...stack],
    path,
    place: isKey ? 'key' : 'value',
    typed,
    span,
    isQuoted,
    missingCommaAt,
  };
}

/** The value that belongs to the key is there already, after the cursor. */
function isBeforeItsValue({ frames, place, span }: Captured, next: string): boolean {
  const isMember = place === 'value' && frames.at(-1)?.kind === 'object';
  return isMember && span.start === span.end && next !== '' && !',}]'.includes(next);
}

function nextAfter(text: string, from: number): string {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return text[at] ?? '';
}
