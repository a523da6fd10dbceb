import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  skipBlanks,
} from './chars.ts';
import { closesString } from './closing.ts';
import { plainValueEnd } from './plain-value.ts';
import type { Reading } from './reading.ts';
import { isSoundEscape } from './string-faults.ts';

/** How a run came to its end. `paused`: it read as much as it was allowed to. */
export type Outcome = 'end' | 'stuck' | 'paused';

/**
 * Reads on for as long as the text is well-formed.
 *
 * @param mostTokens how many strings, values and brackets it reads at most
 * @param end where it pauses, if it comes to a place between two tokens there
 */
export function run(reading: Reading, mostTokens: number, end = Infinity): Outcome {
  const { text } = reading;
  const limit = reading.tokens + mostTokens;
  for (;;) {
    if (reading.mode === 'string') {
      if (!readString(reading)) return 'stuck';
      continue;
    }
    reading.at = skipBlanks(text, reading.at);
    if (reading.mode === 'after' && reading.frame === undefined && reading.at >= text.length) {
      return 'end';
    }
    if (reading.tokens >= limit || reading.at >= end) return 'paused';
    if (!readToken(reading, text.charCodeAt(reading.at))) return 'stuck';
  }
}

function readToken(reading: Reading, code: number): boolean {
  switch (reading.mode) {
    case 'after':
      return readAfter(reading, code);
    case 'first-key':
    case 'key':
      if (code === QUOTE) {
        reading.beginString(reading.at, true);
        return true;
      }
      if (code !== CLOSE_BRACE || reading.mode === 'key') return false;
      reading.close(1);
      return true;
    case 'colon':
      if (code !== COLON) return false;
      reading.at++;
      reading.mode = 'value';
      return true;
    case 'first-item':
      if (code !== CLOSE_BRACKET) return readValue(reading, code);
      reading.close(1);
      return true;
    case 'item':
    case 'value':
      return readValue(reading, code);
    case 'string':
      return false;
  }
}

function readAfter(reading: Reading, code: number): boolean {
  const { frame } = reading;
  if (frame === undefined) return false;
  if (code === COMMA) {
    reading.takeComma(reading.at);
    reading.at++;
    return true;
  }
  if (code !== (frame.isArray ? CLOSE_BRACKET : CLOSE_BRACE)) return false;
  reading.close(1);
  return true;
}

function readValue(reading: Reading, code: number): boolean {
  reading.costBefore = reading.cost;
  if (code === QUOTE) {
    reading.weigh(code);
    reading.beginString(reading.at, false);
  } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
    reading.weigh(code);
    reading.open(code === OPEN_BRACKET, true);
  } else {
    const end = plainValueEnd(reading.text, reading.at);
    if (end < 0) return false;
    reading.weigh(code);
    reading.takeValue(reading.at, end);
  }
  return true;
}

/** Reads to the end of the string, or to a quote that does not look like one. */
function readString(reading: Reading): boolean {
  const { text, marks } = reading;
  const start = reading.at;
  let quote = text.indexOf('"', start);
  let backslash = marks.backslash(start);
  while (quote >= 0 ? backslash < quote : backslash < text.length) {
    if (!isSoundEscape(text, backslash)) reading.isDirty = true;
    if (backslash + 1 === quote) quote = text.indexOf('"', quote + 1);
    backslash = marks.backslash(backslash + 2);
  }
  const end = quote < 0 ? text.length : quote;
  if (marks.hasControl(start, end)) reading.isDirty = true;
  reading.at = end;
  if (quote < 0 || !closesString(text, quote, reading.place)) return false;
  reading.endString(quote, quote + 1, false);
  return true;
}
