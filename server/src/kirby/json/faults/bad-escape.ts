import { insert, replace, type TextEdit } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** A backslash before a character that needs none: `\'`, `C:\data`, `<\p>`. */
export const badEscape: FaultKind = {
  message: ({ span }, text) =>
    say`"${printable(text.slice(span.start, span.end))}" is no escape that JSON knows.`,
  title: ({ edits, detail }) =>
    edits.length > 1
      ? say`Correct the ${edits.length} escapes`
      : (detail ?? say`Correct the escape`),
};

/** A bad escape in the string between `start` and `end`. */
export interface EscapeFault {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where the backslash stands. */
  readonly at: number;
  /** The string has a quote that has no partner. */
  readonly isOdd: boolean;
}

/** What was most likely meant, and whether it gives a lonely quote its partner. */
export function mendBadEscape({ text, at, isOdd }: EscapeFault): {
  readonly edit: TextEdit;
  readonly closes: boolean;
  readonly how: string;
} {
  const next = text[at + 1] ?? '';
  if (isOdd && /[\s>/hmftp]/u.test(next)) {
    return { edit: insert(at + 1, '"'), closes: true, how: say`Insert the quote that was escaped` };
  }
  if (/^[0-9a-f]{4}/iu.test(text.slice(at + 1, at + 5))) {
    return { edit: insert(at + 1, 'u'), closes: false, how: say`Insert the "u" of the escape` };
  }
  if (lacksSlash(text, at)) {
    return {
      edit: insert(at + 1, '/'),
      closes: false,
      how: say`Insert the slash that was escaped`,
    };
  }
  if (/[\p{L}\p{N}]/u.test(next)) {
    return { edit: insert(at, '\\'), closes: false, how: say`Double the backslash` };
  }
  return { edit: replace(at, at + 1, ''), closes: false, how: say`Remove the backslash` };
}

/** `<\p>`, `1\2` and `https:\/\example.org` without the slash that the backslash stood for. */
export function lacksSlash(text: string, at: number): boolean {
  const next = text[at + 1] ?? '';
  if (/\d/u.test(text[at - 1] ?? '')) return /\d/u.test(next);
  return /[a-z]/iu.test(next) && (text[at - 1] === '<' || text.startsWith('\\/', at - 2));
}

function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/gu, ' ');
}
