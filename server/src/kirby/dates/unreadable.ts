import { isRefused } from './refused.ts';
import { isZone, mayBeKnown } from './words.ts';

/**
 * Words that the parser does not know, and characters that stand in no date. Names of zones
 * (`Europe/Berlin`) are left open.
 */
export function isUnreadable(text: string): boolean {
  if (noClock.test(text) || isNoNumber(text) || isRefused(text)) return true;
  // The parser takes the two no-break spaces for blanks.
  if (/[^\0-\x7f\xa0\u202f]/.test(text)) return true;
  if (/[!?#$%&*=<>[\]{}|~^\\"]/.test(text)) return true;
  if (/[a-z][/_]|[/_][a-z]/.test(text)) return false;
  if (/^[-/]+$/.test(text)) return true;
  return hasUnknownWord(text);
}

/** An hour by itself, or with what is neither colon nor point behind it: `9`, `14h30`, `14 30`. */
const noClock =
  /^(?:\d{1,2}(?: ?[a-z,; -] ?\d{0,2})?|\d{4}-\d{1,2}-\d{1,2},? +\d{1,2} ?[a-z] ?\d{0,2})$/;

/** So many digits mean nothing, such as a timestamp; ten may be a time and a year: `1238587417`. */
function isNoNumber(text: string): boolean {
  if (/^(?:\d{3}|\d{5}|\d{9})$/.test(text)) return true;
  const [, hour, minute, second] = /^(\d\d)(\d\d)(\d\d)\d{4}$/.exec(text) ?? [];
  return Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60;
}

function hasUnknownWord(text: string): boolean {
  for (const { 0: word, index } of text.matchAll(/[a-z]+/g)) {
    const before = text.slice(0, index);
    if (!mayBeKnown(word)) return !mayHaveZone(before);
    // The letter of `14h30` is none: no zone stands right behind an hour.
    if (isZone(word) && !hourAlone.test(before)) return false;
  }
  return false;
}

const hourAlone = /(?:^|[^:\d])\d{1,2}$/;

/** Behind a zone the parser passes over what it does not know: `14:00-15:00 Uhr`. */
function mayHaveZone(text: string): boolean {
  return /[-+]\d/.test(text.replaceAll(dashedDay, ''));
}

const dashedDay = /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}\.\d{1,2}\.\d{4}/g;
