import { asciiLower, phpTrim } from '../text/php.ts';
import { type ClockTime, clockTime, daysIn } from './clock.ts';
import { isUnreadable } from './unreadable.ts';
import { months } from './words.ts';

/** What PHP makes of a text that is to be a date or a time (`new DateTime()`, `strtotime()`). */
export type DateReading =
  | {
      readonly kind: 'date';
      readonly time: ClockTime;
      /** A time of day stands there as well. */
      readonly hasTime: boolean;
      /** The calendar has no such day: `time` is another one. */
      readonly impossible?: { readonly year: number; readonly month: number; readonly day: number };
    }
  /** A time of the current day, in seconds since its begin. */
  | { readonly kind: 'time'; readonly seconds: number }
  /** A day of the current year: what looks like its year is a time, in seconds since the day's begin. */
  | {
      readonly kind: 'day';
      readonly month: number;
      readonly day: number;
      readonly seconds: number;
    }
  /** Only a year: the current day and month in it. */
  | { readonly kind: 'year'; readonly year: number }
  /** An error of the parser, for sure. */
  | { readonly kind: 'unreadable' }
  /** PHP may read it; we do not know what. */
  | { readonly kind: 'unknown' };

const unreadable: DateReading = { kind: 'unreadable' };
const unknown: DateReading = { kind: 'unknown' };

/**
 * Reads the usual forms of dates and times as PHP does, tells what it cannot read for sure, and
 * leaves the rest open.
 *
 * @param today the current day, which `today` and `tomorrow` count from: `2024-02-29`, maybe with a
 *   time behind it
 */
export function readDate(given: string, today?: string): DateReading {
  const text = asciiLower(phpTrim(given));
  if (text.length > 100) return unknown;
  return (
    readYear(text) ??
    readWord(text, today) ??
    readTime(text) ??
    readNumeric(text) ??
    readTextual(text) ??
    (isUnreadable(text) ? unreadable : unknown)
  );
}

/** The current day at its begin; `undefined` where the caller does not know it. */
export function dayOf(today: string | undefined): ClockTime | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(today ?? '') ?? [];
  return year === undefined ? undefined : clockTime(Number(year), Number(month), Number(day));
}

/** `2024` is the time 20:24; only what is no time is a year. */
function readYear(text: string): DateReading | undefined {
  if (!/^\d{4}$/.test(text)) return undefined;
  const seconds = clockIn(text);
  return seconds === undefined ? { kind: 'year', year: Number(text) } : { kind: 'time', seconds };
}

/** The time that four digits are to PHP; `undefined` where they are no time. */
function clockIn(digits: string): number | undefined {
  const hour = Number(digits.slice(0, 2));
  const minute = Number(digits.slice(2));
  return hour <= 24 && minute < 60 ? hour * 3600 + minute * 60 : undefined;
}

/** Days from the current one, and the hour of them. */
const relativeWords: ReadonlyMap<string, readonly [days: number, hours: number]> = new Map([
  ['today', [0, 0]],
  ['midnight', [0, 0]],
  ['noon', [0, 12]],
  ['tomorrow', [1, 0]],
  ['yesterday', [-1, 0]],
] as const);

function readWord(text: string, today: string | undefined): DateReading | undefined {
  const word = relativeWords.get(text);
  if (word === undefined) return undefined;
  const [days, hours] = word;
  const now = dayOf(today);
  if (now === undefined) return unknown;
  return { kind: 'date', time: now + days * 86400 + hours * 3600, hasTime: hours > 0 };
}

const dayTime = /^t?(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?)?$/;
const hourOnly = /^(\d{1,2}) ?([ap])\.?m\.?$/;

/** A time that stands alone. `05.01.24` is one, though it is written like a date. */
function readTime(text: string): DateReading | undefined {
  const seconds = secondsIn(text);
  if (seconds !== undefined) return { kind: 'time', seconds };
  // A clock with an hour or minute that none has; with points it may still be a date.
  return /^\d{1,2}:\d{2}(?::\d{2})?$/.test(text) ? unreadable : undefined;
}

/** The seconds since midnight of `12:30`, `12:30:15`, `3pm`. */
function secondsIn(text: string): number | undefined {
  const [, hour, minute, second = '0', half] = dayTime.exec(text) ?? [];
  if (hour !== undefined && minute !== undefined) {
    return timeOf(Number(hour), Number(minute), Number(second), half);
  }
  const [, alone, halfOfIt] = hourOnly.exec(text) ?? [];
  return alone === undefined ? undefined : timeOf(Number(alone), 0, 0, halfOfIt);
}

function timeOf(
  hour: number,
  minute: number,
  second: number,
  half: string | undefined,
): number | undefined {
  if (minute > 59 || second > 60 || hour > 24) return undefined;
  if (half === undefined) return hour * 3600 + minute * 60 + second;
  if (hour < 1 || hour > 12) return undefined;
  return ((hour % 12) + (half === 'p' ? 12 : 0)) * 3600 + minute * 60 + second;
}

/** Which group of a pattern is the year, the month and the day. */
interface NumericForm {
  readonly pattern: RegExp;
  readonly order: readonly [year: number, month: number, day: number];
}

const numericForms: readonly NumericForm[] = [
  { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, order: [1, 2, 3] },
  { pattern: /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/, order: [1, 2, 3] },
  { pattern: /^(\d{1,2})[.\t-](\d{1,2})[.-](\d{4})(?!\d)/, order: [3, 2, 1] },
  { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/, order: [3, 1, 2] },
];
const compactForm: NumericForm = { pattern: /^(\d{4})(\d{2})(\d{2})$/, order: [1, 2, 3] };
const monthForm = /^(\d{4})-(0[1-9]|1[0-2])$/;
const shortYear = /^(\d{1,2})\.(\d{1,2})\.(\d{2})$/;

function readNumeric(text: string): DateReading | undefined {
  for (const form of numericForms) {
    const match = form.pattern.exec(text);
    if (match === null) continue;
    const [year, month, day] = numbersOf(match, form);
    const rest = text.slice(match[0].length);
    const isNone = month > 12 || day > 31;
    // `08.55-1955` is a time and a zone.
    if (isNone && /^\d+\.\d+-/.test(text)) return unknown;
    if (isNone) return rest === '' || isTimeBehind(rest) ? unreadable : unknown;
    return dateWith(year, month, day, rest);
  }
  const compact = compactForm.pattern.exec(text);
  if (compact !== null) {
    const [year, month, day] = numbersOf(compact, compactForm);
    return month > 12 || day > 31 ? unknown : dateWith(year, month, day, '');
  }
  const [, year, month] = monthForm.exec(text) ?? [];
  if (year !== undefined) return dateWith(Number(year), Number(month), 1, '');
  return readShortYear(text);
}

/** `31.12.24`; what could be a time has been read as one already. */
function readShortYear(text: string): DateReading | undefined {
  const [, day = '', month = '', short] = shortYear.exec(text) ?? [];
  if (short === undefined) return undefined;
  if (Number(month) > 12 || Number(day) > 31) return unknown;
  const year = Number(short) + (Number(short) < 70 ? 2000 : 1900);
  return dateWith(year, Number(month), Number(day), '');
}

function numbersOf(
  match: RegExpExecArray,
  { order }: NumericForm,
): readonly [number, number, number] {
  const [year, month, day] = order;
  return [Number(match[year]), Number(match[month]), Number(match[day])];
}

const names = [...months.keys()].sort((a, b) => b.length - a.length).join('|');
const dayFirst = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?[ \\t.-]*(${names})[ \\t.-]*(\\d{4})(?!\\d)`,
);
const monthFirst = new RegExp(
  `^(${names})[ .\\t-]*(\\d{1,2})(?:st|nd|rd|th)?[ ,.\\t]+(\\d{4})(?!\\d)`,
);
/** The letter is a zone to PHP. Behind one, four digits are first of all a time. */
const withLetter = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?[ \\t.-]*(${names})[a-ik-z]\\.? (\\d{4})$`,
);
const monthAlone = new RegExp(`^(${names})[ .\\t-]*(\\d{4})$`);

/** `1 January 2024`, `Jan 1st, 2024`, `January 2024`; `1 Juni 2024`, `1 mars 2024` */
function readTextual(text: string): DateReading | undefined {
  const first = dayFirst.exec(text);
  if (first !== null) {
    const [whole, day, month = '', year] = first;
    return namedDate(year, month, day, text.slice(whole.length));
  }
  const second = monthFirst.exec(text);
  if (second !== null) {
    const [whole, month = '', day, year] = second;
    return namedDate(year, month, day, text.slice(whole.length));
  }
  const third = withLetter.exec(text);
  if (third !== null) {
    const [, day, month = '', year = ''] = third;
    return readWithLetter(Number(day), month, year);
  }
  const [, month, year] = monthAlone.exec(text) ?? [];
  return month === undefined ? undefined : namedDate(year, month, '1', '');
}

function readWithLetter(day: number, name: string, year: string): DateReading | undefined {
  const seconds = clockIn(year);
  const month = months.get(name);
  if (seconds === undefined) return namedDate(year, name, String(day), '');
  return month === undefined || day < 1 || day > 31
    ? undefined
    : { kind: 'day', month, day, seconds };
}

function namedDate(
  year: string | undefined,
  name: string,
  day: string | undefined,
  rest: string,
): DateReading | undefined {
  const month = months.get(name);
  if (month === undefined || Number(day) > 31) return undefined;
  return dateWith(Number(year), month, Number(day), rest);
}

/** A date with what stands behind it: nothing, or a time. */
function dateWith(year: number, month: number, day: number, rest: string): DateReading | undefined {
  const seconds = rest === '' ? 0 : secondsBehind(rest);
  if (seconds === undefined) return clockBehind.test(rest) ? unreadable : undefined;
  const time = clockTime(year, month, day) + seconds;
  const reading = { kind: 'date', time, hasTime: rest !== '' } as const;
  const isPossible = month >= 1 && day >= 1 && day <= daysIn(year, month);
  return isPossible ? reading : { ...reading, impossible: { year, month, day } };
}

/** Hours, minutes and seconds, of which one is too many where they make no time. */
const clockBehind = /^(?:t|,?[ \t]+)\d{1,2}:\d{2}(?::\d{2})?$/;

function secondsBehind(rest: string): number | undefined {
  const time = /^(?:t|,?[ \t]+)(?=\d)/.exec(rest)?.[0];
  return time === undefined ? undefined : secondsIn(rest.slice(time.length));
}

function isTimeBehind(rest: string): boolean {
  return secondsBehind(rest) !== undefined;
}
