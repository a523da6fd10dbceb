import type { FieldDefinition } from '../blueprint/blueprint.ts';
import { type ClockTime, dateTimeText, formatted } from '../dates/clock.ts';
import { type DateReading, readDate } from '../dates/read.ts';
import { isStepUnit, rounded, type Step } from '../dates/round.ts';
import { isObject, type JsonValue } from '../json/value.ts';
import { asciiLower } from '../text/php.ts';
import { numberProp } from './scalar.ts';
import { say } from '../text/say.ts';

/** What date and time fields share (`kirby/config/fields/mixins/datetime.php`). */

/** Whether a date field keeps a time as well. */
export function hasTimePart({ props }: FieldDefinition): boolean {
  const time = props['time'];
  return time !== undefined && time !== null && time !== false;
}

/**
 * What a field rounds to: a day by default, five minutes where it has a time. `undefined`: Kirby
 * refuses the blueprint's `step`.
 */
export function stepOf(definition: FieldDefinition): Step | undefined {
  const { type, props } = definition;
  if (type === 'time') return stepIn(props['step'], { unit: 'minute', size: 5 });
  if (!hasTimePart(definition)) return stepIn(props['step'], { unit: 'day', size: 1 });
  const time = props['time'];
  return stepIn(isObject(time) ? time['step'] : undefined, { unit: 'minute', size: 5 });
}

/** `Kirby\Toolkit\Date::stepConfig()` */
function stepIn(step: JsonValue | undefined, usual: Step): Step | undefined {
  if (step === undefined || step === null) return usual;
  if (typeof step === 'number') return { ...usual, size: step };
  if (typeof step === 'string') return unitStep(step, step === '' ? undefined : 1);
  if (!isObject(step)) return undefined;
  const { unit = usual.unit, size = usual.size } = step;
  return typeof unit === 'string' ? unitStep(unit, numberProp(size)) : undefined;
}

function unitStep(name: string, size: number | undefined): Step | undefined {
  const unit = asciiLower(name);
  return isStepUnit(unit) && size !== undefined ? { unit, size } : undefined;
}

/** The form value of a time; `undefined` where Kirby refuses the step. */
export function roundedIn(definition: FieldDefinition, time: ClockTime): ClockTime | undefined {
  const step = stepOf(definition);
  return step === undefined ? undefined : rounded(time, step);
}

/** PHP's format that a field is stored in. */
export function formatOf(definition: FieldDefinition): string {
  const { format } = definition.props;
  if (typeof format === 'string' && format !== '') return format;
  return usualFormat(definition);
}

function usualFormat(definition: FieldDefinition): string {
  if (definition.type === 'time') return 'H:i:s';
  return hasTimePart(definition) ? 'Y-m-d H:i:s' : 'Y-m-d';
}

/** A time as the field is stored; in Kirby's usual form where it could not be read back. */
export function written(definition: FieldDefinition, time: ClockTime): string {
  const own = formatted(time, formatOf(definition));
  const usual = formatted(time, usualFormat(definition)) ?? dateTimeText(time);
  if (own === undefined) return usual;
  return momentOf(readDate(own)) === momentOf(readDate(usual)) ? own : usual;
}

function momentOf(reading: DateReading): ClockTime | undefined {
  if (reading.kind === 'date') return reading.time;
  return reading.kind === 'time' ? reading.seconds : undefined;
}

/** `5 minutes`, `a day` */
export function stepText({ unit, size }: Step): string {
  return size === 1 ? oneStep[unit]() : manySteps[unit](size);
}

const oneStep: Readonly<Record<Step['unit'], () => string>> = {
  year: () => say`a year`,
  month: () => say`a month`,
  day: () => say`a day`,
  hour: () => say`an hour`,
  minute: () => say`a minute`,
  second: () => say`a second`,
};

const manySteps: Readonly<Record<Step['unit'], (size: number) => string>> = {
  year: (size) => say`${size} years`,
  month: (size) => say`${size} months`,
  day: (size) => say`${size} days`,
  hour: (size) => say`${size} hours`,
  minute: (size) => say`${size} minutes`,
  second: (size) => say`${size} seconds`,
};
