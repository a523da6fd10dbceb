import type { Span } from '../../text/span.ts';
import { type EscapeFault, lacksSlash, mendBadEscape } from '../faults/bad-escape.ts';
import { mendControl } from '../faults/control-character.ts';
import type { Cause } from '../faults/index.ts';
import { BACKSLASH, QUOTE } from './chars.ts';
import { replace, type TextEdit } from '../text-edit.ts';
import type { Repair } from './repair.ts';

/** Whether the escape at a backslash is one that PHP reads; half of a surrogate pair is not. */
export function isSoundEscape(text: string, backslash: number): boolean {
  switch (text.charCodeAt(backslash + 1)) {
    case QUOTE:
    case BACKSLASH:
    case 47: // /
    case 98: // b
    case 102: // f
    case 110: // n
    case 114: // r
    case 116: // t
      return true;
    case 117: // u
      return hexDigits(text, backslash + 2) === 4 && !isLone(text, backslash);
    default:
      return false;
  }
}

/** How many of the four characters from `at` on are hexadecimal digits, up to the first other one. */
export function hexDigits(text: string, at: number): number {
  let count = 0;
  while (count < 4 && isHex(text.charCodeAt(at + count))) count++;
  return count;
}

function isHex(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}

/** Whether the `\uXXXX` at a backslash is one half of a pair whose other half is not beside it. */
function isLone(text: string, backslash: number): boolean {
  const kind = surrogate(text, backslash);
  if (kind === 'high') return surrogate(text, backslash + 6) !== 'low';
  return kind === 'low' && surrogate(text, backslash - 6) !== 'high';
}

function surrogate(text: string, backslash: number): 'high' | 'low' | undefined {
  if (text.charCodeAt(backslash) !== BACKSLASH || text[backslash + 1] !== 'u') return undefined;
  if ((text.charCodeAt(backslash + 2) | 32) !== 100) return undefined;
  if (!/^[0-9a-f]{3}$/iu.test(text.slice(backslash + 3, backslash + 6))) return undefined;
  const digit = parseInt(text[backslash + 3] ?? '', 16);
  return digit < 8 ? undefined : digit < 12 ? 'high' : 'low';
}

/**
 * What has to be repaired inside of a string, one repair a cause: a text pasted with three line
 * breaks has one fault, not three.
 *
 * @param start where the text of the string begins, after its quote
 * @param inner how many quotes in it are not escaped
 */
export function stringRepairs(
  text: string,
  start: number,
  end: number,
  inner: number,
): readonly Repair[] {
  const found = new Map<Cause, { span: Span; edits: TextEdit[]; safe: boolean; detail: string }>();
  const add = (cause: Cause, span: Span, edit: TextEdit, safe: boolean, detail: string): void => {
    const known = found.get(cause);
    if (known === undefined) found.set(cause, { span, edits: [edit], safe, detail });
    else {
      known.edits.push(edit);
      known.safe &&= safe;
    }
  };
  let isOdd = (quotesIn(text, start, end) + inner) % 2 === 1;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 32) {
      const length = text.startsWith('\r\n', at) ? 2 : 1;
      const span = { start: at, end: at + length };
      const isBreak = code === 10 || code === 13;
      add(
        isBreak ? 'line-break' : 'control-character',
        span,
        mendControl(text, span),
        true,
        nameOf(code),
      );
      at += length - 1;
    } else if (code === BACKSLASH) {
      if (isSoundEscape(text, at)) {
        at++;
        continue;
      }
      const fault: EscapeFault = { text, start, end, at, isOdd };
      const digits = hexDigits(text, at + 2);
      if (text[at + 1] === 'u' && digits === 4) {
        add(
          'lone-surrogate',
          { start: at, end: at + 6 },
          replace(at, at + 6, '\\ufffd'),
          false,
          '',
        );
        at += 5;
      } else if (text[at + 1] === 'u' && !(digits === 0 && lacksSlash(text, at))) {
        const span = { start: at, end: Math.min(at + 2 + digits, end) };
        add('cut-escape', span, replace(span.start, span.end, '\\ufffd'), false, '');
        at = span.end - 1;
      } else {
        const { edit, closes, how } = mendBadEscape(fault);
        add('bad-escape', { start: at, end: Math.min(at + 2, end) }, edit, true, how);
        if (closes) isOdd = false;
      }
    }
  }
  return [...found].map(([cause, fault]) => ({ cause, ...fault }));
}

/** The escaped quotes of a string. */
export function quotesIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\\', start); at >= 0 && at < end; at = text.indexOf('\\', at + 2)) {
    if (text.charCodeAt(at + 1) === QUOTE) count++;
  }
  return count;
}

function nameOf(code: number): string {
  return code === 9 ? 'tab' : '';
}
