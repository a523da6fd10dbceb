import { clockTime, timeText } from '../dates/clock.ts';
import { type DateReading, readDate } from '../dates/read.ts';
import type { FieldValue } from '../values/field-value.ts';
import { checkLimits, limitSentences } from './date-limits.ts';
import { formatOf, roundedIn, stepOf, stepText, written } from './date-step.ts';
import type { FieldEnvironment, FieldType, ValueProblem } from './field-type.ts';
import { readText } from './read-text.ts';
import { scalarText, useText } from './scalar.ts';
import { say } from '../text/say.ts';

/**
 * A time of day (`kirby/config/fields/time.php`), which PHP's lenient parser reads and which is
 * rounded to the step.
 */
export const time: FieldType = {
  type: 'time',
  read(value, definition, { today }) {
    const text = readText(value);
    if (typeof text !== 'string' || text === '') return text;
    const reading = readDate(text, today);
    if (reading.kind === 'unreadable') return '';
    const seconds = secondsOf(reading);
    const stored = seconds === undefined ? undefined : roundedIn(definition, seconds);
    return stored === undefined ? undefined : timeText(stored);
  },
  *check(value, environment) {
    const text = scalarText(value);
    if (text !== '') yield* checkTime(value, text, environment);
  },
  suggest(definition, { today }) {
    const [, hour, minute] = /T(\d{2}):(\d{2})/.exec(today ?? '') ?? [];
    if (hour !== undefined) {
      const now = roundedIn(definition, clockTime(1970, 1, 1, Number(hour), Number(minute)));
      if (now !== undefined) return [{ text: written(definition, now % 86400), detail: say`now` }];
    }
    return [
      { text: written(definition, example), detail: say`in the form ${formatOf(definition)}` },
    ];
  },
  describe(definition) {
    const step = stepOf(definition);
    return [
      ...limitSentences(definition),
      ...(step === undefined ? [] : [say`Rounded to ${stepText(step)}.`]),
      say`Stored as \`${formatOf(definition)}\`, such as \`${written(definition, example)}\`.`,
    ];
  },
};

/** Half past two in the afternoon. */
const example = clockTime(1970, 1, 1, 14, 30);

/** Since midnight. */
function secondsOf(reading: DateReading): number | undefined {
  if (reading.kind === 'time' || reading.kind === 'day') return reading.seconds;
  if (reading.kind !== 'date') return undefined;
  return ((reading.time % 86400) + 86400) % 86400;
}

function* checkTime(
  value: FieldValue,
  text: string,
  environment: FieldEnvironment,
): Iterable<ValueProblem> {
  const { definition } = value;
  const reading = readDate(text, environment.today);
  if (reading.kind === 'unreadable') {
    yield {
      code: 'invalid-time',
      message: say`"${text}" is no time that Kirby can read, so the field is empty in the Panel and the next save drops it. Write a time such as 14:30.`,
      fixes() {
        const meant = timeMeant(text);
        return meant === undefined ? [] : useText(value, written(definition, meant));
      },
    };
    return;
  }
  const seconds = secondsOf(reading);
  const becomes = seconds === undefined ? undefined : roundedIn(definition, seconds);
  if (seconds === undefined || becomes === undefined) return;
  if (becomes !== seconds) {
    yield {
      code: 'rounded-time',
      message: say`Kirby rounds "${text}" to the step of the field: the next save stores ${written(definition, becomes)}.`,
      fixes: () => useText(value, written(definition, becomes)),
    };
  }
  yield* checkLimits(value, becomes, environment);
}

/** Behind it may stand when it ends. */
const oneTime =
  /^(\d{1,2})(?:\s*[^\d–-]\s*(\d{2}))?(?:\s*[a-z]+)?(?:\s*[–-]\s*\d{1,2}(?:\D\d{2})?(?:\s*[a-z]+)?)?$/i;

/** `14h30`, `14.30 Uhr`, `14 Uhr`; of `14:00 - 15:00` the first. */
function timeMeant(text: string): number | undefined {
  const [, hour, minute = '0'] = oneTime.exec(text) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return Number(hour) * 3600 + Number(minute) * 60;
}
