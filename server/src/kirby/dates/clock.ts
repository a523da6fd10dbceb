/**
 * Days and times as a calendar and a clock on the wall show them, without a zone: seconds since the
 * first of January 1970 of the same clock. What a zone would change (summer time) does not concern
 * the values of fields.
 */
export type ClockTime = number;

export interface ClockParts {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Parts that are too large or too small roll over, as in PHP: 30 February is 1 or 2 March. */
export function clockTime(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
): ClockTime {
  // `Date.UTC()` takes the years 0 to 99 for 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date.getTime() / 1000;
}

export function partsOf(time: ClockTime): ClockParts {
  const date = new Date(time * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** The last day of a month. */
export function daysIn(year: number, month: number): number {
  return partsOf(clockTime(year, month + 1, 0)).day;
}

/** PHP's `date()` for the letters that stand for numbers; `undefined` for other letters. */
export function formatted(time: ClockTime, format: string): string | undefined {
  const parts = partsOf(time);
  let text = '';
  for (const character of format) {
    if (/[^a-z\\]/i.test(character)) text += character;
    else {
      const print = printers.get(character);
      if (print === undefined) return undefined;
      text += print(parts);
    }
  }
  return text;
}

const printers: ReadonlyMap<string, (parts: ClockParts) => string> = new Map<
  string,
  (parts: ClockParts) => string
>([
  ['Y', ({ year }) => (year < 0 ? `-${padded(-year, 4)}` : padded(year, 4))],
  ['y', ({ year }) => padded(Math.abs(year) % 100)],
  ['m', ({ month }) => padded(month)],
  ['n', ({ month }) => String(month)],
  ['d', ({ day }) => padded(day)],
  ['j', ({ day }) => String(day)],
  ['H', ({ hour }) => padded(hour)],
  ['G', ({ hour }) => String(hour)],
  ['h', ({ hour }) => padded(hour % 12 || 12)],
  ['g', ({ hour }) => String(hour % 12 || 12)],
  ['i', ({ minute }) => padded(minute)],
  ['s', ({ second }) => padded(second)],
  ['A', ({ hour }) => (hour < 12 ? 'AM' : 'PM')],
  ['a', ({ hour }) => (hour < 12 ? 'am' : 'pm')],
]);

function padded(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}

/** `2024-02-29 12:35:00` */
export function dateTimeText(time: ClockTime): string {
  return formatted(time, 'Y-m-d H:i:s') ?? '';
}

/** `2024-02-29` */
export function dateText(time: ClockTime): string {
  return formatted(time, 'Y-m-d') ?? '';
}

/** `12:35:00` */
export function timeText(time: ClockTime): string {
  return formatted(time, 'H:i:s') ?? '';
}
