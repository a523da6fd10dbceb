import type { Span } from '../../text/span.ts';
import { replace, type TextEdit } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** A tab or another control character that stands raw in a string. */
export const controlCharacter: FaultKind = {
  message: ({ detail }) =>
    detail === 'tab'
      ? say`There is a tab inside of a text, where JSON allows only its escape.`
      : say`There is an invisible control character inside of a text, where JSON allows only its escape.`,
  title: ({ detail, edits }) =>
    detail === 'tab' && edits.length === 1 ? say`Write the tab as \\t` : say`Write it as an escape`,
};

/** The escape that stands for a raw control character; a line break of any kind becomes `\n`. */
export function mendControl(text: string, { start, end }: Span): TextEdit {
  const raw = text.slice(start, end);
  const escape = /[\r\n]/u.test(raw) ? '\\n' : JSON.stringify(raw).slice(1, -1);
  return replace(start, end, escape);
}
