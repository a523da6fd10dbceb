import { type ClockTime, clockTime, daysIn } from './clock.ts';
import { monthNamed } from './month-names.ts';
import { readDate } from './read.ts';

/**
 * The day that an author means with a text which PHP reads as another one, or not at all. A month or a year
 * stands for its first day, and what goes on for some days for the first of them.
 *
 * @returns `undefined` where that is not clear
 */
export function dayMeant(text: string): ClockTime | undefined {
  return inNumbers(text) ?? inWords(text) ?? atBegin(text);
}

/** Numbers in an order of which PHP knows nothing, each with what they are. */
const orders: readonly RegExp[] = [
  /^(?<year>\d{4})$/,
  /^(?<month>\d{1,2}) ?[./-]? ?(?<year>\d{4})$/,
  /^(?<day>\d{1,2})(?<mark>[/ .])(?<month>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})$/,
  /^(?<month>\d{1,2})-(?<day>\d{1,2})-(?<year>\d{4})$/,
  /^(?<year>\d{4})(?<mark>[. ])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})$/,
  // From one day to another one of the month or year.
  /^(?<day>\d{1,2})\.? ?[-–/] ?\d{1,2}\.(?<month>\d{1,2})\.(?<year>\d{4})$/,
  /^(?<day>\d{1,2})\.(?<month>\d{1,2})\. ?[-–/] ?\d{1,2}\.\d{1,2}\.(?<year>\d{4})$/,
];

function inNumbers(text: string): ClockTime | undefined {
  for (const order of orders) {
    const { year, month, day } = order.exec(text)?.groups ?? {};
    if (year !== undefined) return calendarDay(year, Number(month ?? 1), Number(day ?? 1));
  }
  return undefined;
}

/** A weekday, a day, a month and a year, as most languages of Europe have them. */
const named =
  /^(?:[\p{L}.]+,? +)?(?:(?<day>\d{1,2})(?:\.|er|º)? ?(?:de +)?)?(?<name>\p{L}{3,})\.? ?(?:de +)?(?<year>\d{4})$/iu;

function inWords(text: string): ClockTime | undefined {
  const { day, name, year } = named.exec(text)?.groups ?? {};
  const month = name === undefined ? undefined : monthNamed(name);
  return month === undefined ? undefined : calendarDay(year ?? '', month, Number(day ?? 1));
}

const day = '(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4})';
const time = '\\d{1,2}:\\d{2}(?::\\d{2})?';
const firstOf = new RegExp(
  `^(?:- |[\\p{L}.]+,? +)?(${day}(?: ${time})?)` +
    `(?:(?: ?(?:[-–/,;]|\\p{L}{1,5}) ?| )(?:${day}(?: ${time})?|${time})| ?[-–;:]|)$`,
  'u',
);

/** A day that PHP reads, with another one or another time behind it, or a weekday before it. */
function atBegin(text: string): ClockTime | undefined {
  const [, first] = firstOf.exec(text) ?? [];
  const reading = first === undefined ? undefined : readDate(first);
  return reading?.kind === 'date' && reading.impossible === undefined ? reading.time : undefined;
}

/** @param year two digits are of this century */
function calendarDay(year: string, month: number, day: number): ClockTime | undefined {
  const full = Number(year.length === 2 ? `20${year}` : year);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(full, month)) return undefined;
  return clockTime(full, month, day);
}
