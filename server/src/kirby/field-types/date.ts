import {
  clockTime,
  dateText,
  dateTimeText,
  daysIn,
  formatted,
  partsOf,
  timeText,
} from '../dates/clock.ts';
import { dayMeant } from '../dates/meant.ts';
import { type DateReading, dayOf, readDate } from '../dates/read.ts';
import type { FieldValue } from '../values/field-value.ts';
import { checkLimits, limitSentences } from './date-limits.ts';
import { formatOf, hasTimePart, roundedIn, stepOf, stepText, written } from './date-step.ts';
import type { FieldEnvironment, FieldType, ValueFix, ValueProblem } from './field-type.ts';
import { readText } from './read-text.ts';
import { scalarText, useText } from './scalar.ts';
import { say } from '../text/say.ts';

type ReadDate = Extract<DateReading, { readonly kind: 'date' }>;

/**
 * A day, maybe with a time (`kirby/config/fields/date.php`). PHP's lenient parser reads it, whatever
 * the field's own `format`; what it cannot read is empty. The result is rounded to the step.
 */
export const date: FieldType = {
  type: 'date',
  read(value, definition, { today }) {
    const text = readText(value);
    if (typeof text !== 'string' || text === '') return text;
    const reading = readDate(text, today);
    if (reading.kind === 'unreadable') return '';
    const time = momentOf(reading, today);
    const stored = time === undefined ? undefined : roundedIn(definition, time);
    return stored === undefined ? undefined : dateTimeText(stored);
  },
  *check(value, environment) {
    const text = scalarText(value);
    if (text !== '') yield* checkDate(value, text, environment);
  },
  suggest(definition, { today }) {
    const now = dayOf(today);
    if (now !== undefined) return [{ text: written(definition, now), detail: say`today` }];
    return [
      { text: written(definition, exampleDay), detail: say`in the form ${formatOf(definition)}` },
    ];
  },
  describe(definition) {
    const step = stepOf(definition);
    const isUsual = step?.unit === 'day' && step.size === 1;
    return [
      ...limitSentences(definition),
      ...(step === undefined || isUsual ? [] : [say`Rounded to ${stepText(step)}.`]),
      say`Stored as \`${formatOf(definition)}\`, such as \`${written(definition, exampleDay)}\`.`,
    ];
  },
};

const exampleDay = clockTime(2024, 12, 31, 14, 30);

/** The time that a field reads, where it can be told. */
function momentOf(reading: DateReading, today: string | undefined): number | undefined {
  if (reading.kind === 'date') return reading.time;
  const now = dayOf(today);
  if (now === undefined) return undefined;
  if (reading.kind === 'time') return now + reading.seconds;
  if (reading.kind !== 'day') return undefined;
  return clockTime(partsOf(now).year, reading.month, reading.day) + reading.seconds;
}

function* checkDate(
  value: FieldValue,
  text: string,
  environment: FieldEnvironment,
): Iterable<ValueProblem> {
  const reading = readDate(text, environment.today);
  switch (reading.kind) {
    case 'unknown':
      return;
    case 'unreadable':
      yield unreadable(value, text, environment);
      return;
    case 'time':
    case 'year':
      yield incomplete(value, text, reading);
      return;
    case 'day':
      yield misread(value, text, reading);
      return;
    case 'date':
      if (reading.impossible === undefined) yield* checkRead(value, text, reading, environment);
      else yield impossible(value, text, reading, reading.impossible);
  }
}

function unreadable(value: FieldValue, text: string, { today }: FieldEnvironment): ValueProblem {
  return {
    code: 'invalid-date',
    message: say`"${text}" is no date that Kirby can read. The Panel shows the field as empty, and templates make 1970-01-01 of it; write a date such as ${dateText(exampleDay)}.${formatAdvice(value)}`,
    fixes() {
      const now = dayOf(today);
      return [
        ...useMeant(value, text),
        ...(now === undefined
          ? []
          : useText(value, written(value.definition, now), say`Use today`)),
      ];
    },
  };
}

/** Some blueprints have Kirby write what it cannot read: `format: d/m/Y`. */
function formatAdvice({ definition }: FieldValue): string {
  const format = formatOf(definition);
  const stored = formatted(exampleDay, format);
  const isRead = stored === undefined || stored === written(definition, exampleDay);
  return isRead
    ? ''
    : say` The blueprint's format ${format} writes dates that cannot be read back.`;
}

/** A year or a time alone. */
function incomplete(
  value: FieldValue,
  text: string,
  reading: Extract<DateReading, { readonly kind: 'time' | 'year' }>,
): ValueProblem {
  const read =
    reading.kind === 'time'
      ? say`the time ${timeText(reading.seconds)} of the current day`
      : say`the current day and month of the year ${reading.year}`;
  return {
    code: 'invalid-date',
    message: say`"${text}" is no full date. Kirby reads it as ${read}, which changes every day; write a date such as ${dateText(exampleDay)}.`,
    fixes: () => useMeant(value, text),
  };
}

/** `1. Juni 2024` and `1 mars 2024`, which end in a zone to PHP where the name of the month ends in English. */
function misread(
  value: FieldValue,
  text: string,
  { seconds }: Extract<DateReading, { readonly kind: 'day' }>,
): ValueProblem {
  const year = text.trim().slice(-4);
  return {
    code: 'invalid-date',
    message: say`Kirby knows only English names of months: in "${text}" it takes ${year} for the time ${timeText(seconds)}, and reads a day of the current year. Write a date such as ${dateText(dayMeant(text) ?? exampleDay)}.`,
    fixes: () => useMeant(value, text),
  };
}

function useMeant(value: FieldValue, text: string): readonly ValueFix[] {
  const meant = dayMeant(text);
  return meant === undefined ? [] : useTime(value, meant);
}

function impossible(
  value: FieldValue,
  text: string,
  { time }: ReadDate,
  { year, month, day }: NonNullable<ReadDate['impossible']>,
): ValueProblem {
  const read = dateText(time);
  return {
    code: 'impossible-date',
    message: say`The calendar has no day "${text}". Kirby reads ${read} and stores that at the next save; write the day that is meant.`,
    fixes() {
      if (year < 1 || month < 1) return useText(value, '', say`Leave it empty`);
      if (day < 1) return useTime(value, clockTime(year, month, 1));
      const last = daysIn(year, month);
      const clock = ((time % 86400) + 86400) % 86400;
      return [...useTime(value, clockTime(year, month, last) + clock), ...useTime(value, time)];
    },
  };
}

function useTime(value: FieldValue, time: number): readonly ValueFix[] {
  return useText(value, written(value.definition, time));
}

function* checkRead(
  value: FieldValue,
  text: string,
  reading: ReadDate,
  environment: FieldEnvironment,
): Iterable<ValueProblem> {
  const { definition } = value;
  const becomes = roundedIn(definition, reading.time);
  if (becomes === undefined) return;
  if (becomes !== reading.time) yield* checkRounding(value, text, reading, becomes);
  yield* checkLimits(value, becomes, environment);
}

function* checkRounding(
  value: FieldValue,
  text: string,
  { time, hasTime }: ReadDate,
  becomes: number,
): Iterable<ValueProblem> {
  const { definition } = value;
  if (hasTimePart(definition)) {
    yield {
      code: 'rounded-time',
      message: say`Kirby rounds "${text}" to the step of the field: the next save stores ${written(definition, becomes)}.`,
      fixes: () => useTime(value, becomes),
    };
    return;
  }
  const step = stepOf(definition);
  if (step === undefined || ['hour', 'minute', 'second'].includes(step.unit)) return;
  const day = dateText(becomes);
  yield {
    code: 'rounded-date',
    message:
      hasTime && step.unit === 'day'
        ? say`This field keeps no time: Kirby rounds "${text}" to the nearest day, and the next save stores ${day}. Write the day alone.`
        : say`The field counts in steps of ${stepText(step)}: Kirby rounds "${text}", and the next save stores ${day}.`,
    fixes() {
      const itself = step.unit === 'day' ? time - (((time % 86400) + 86400) % 86400) : becomes;
      return [...useTime(value, itself), ...(itself === becomes ? [] : useTime(value, becomes))];
    },
  };
}
