import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** A field that holds a text and not even the beginning of JSON. */
export const noJson: FaultKind = {
  message: () => say`This is text where Kirby expects JSON.`,
  title: () => say`Repair the JSON`,
};

const start = /^[[{]\s*(?:$|\/[/*]|["'`“”„«»‘’{[\]}]|[\w-]+["'’”]?\s*:)/u;

/** Whether a text is, by its first characters, at all meant to be JSON. */
export function looksLikeJson(text: string): boolean {
  const head = text.slice(0, 200).replace(/^[\s\u200b-\u200f\u2060\ufeff]+/u, '');
  return (
    start.test(head) ||
    /^"[\w-]+"?\s*:/u.test(head) ||
    /^[^[{]{0,100}[[{]\s*[{"][\w"-]+\s*[:[{]/u.test(head)
  );
}
