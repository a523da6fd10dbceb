import type { FieldDefinition } from '../blueprint/blueprint.ts';
import { type ClockTime, dateText, timeText } from '../dates/clock.ts';
import { readDate } from '../dates/read.ts';
import type { FieldValue } from '../values/field-value.ts';
import { hasTimePart, roundedIn, written } from './date-step.ts';
import type { FieldEnvironment, ValueProblem } from './field-type.ts';
import { useText } from './scalar.ts';
import { say } from '../text/say.ts';

/**
 * `min` and `max` of a date or time field; the limits themselves are allowed. Limits that depend on
 * the day (`today`) count where it is known.
 *
 * @param time what the field reads, rounded
 */
export function* checkLimits(
  value: FieldValue,
  time: ClockTime,
  environment: FieldEnvironment,
): Iterable<ValueProblem> {
  const { definition } = value;
  const min = limitOf(definition, 'min', environment);
  const max = limitOf(definition, 'max', environment);
  const limit =
    min !== undefined && time < min ? min : max !== undefined && time > max ? max : time;
  if (limit === time) return;
  yield {
    code: 'date-range',
    message: outOfRange(definition, time, limit),
    isRefused: true,
    fixes: () => useText(value, written(definition, limit)),
  };
}

/** A limit that surely means one moment, as the field would store it. */
function limitOf(
  definition: FieldDefinition,
  name: 'min' | 'max',
  { today }: FieldEnvironment,
): ClockTime | undefined {
  const given = definition.props[name];
  if (typeof given !== 'string') return undefined;
  const reading = readDate(given, today);
  if (definition.type === 'time') return reading.kind === 'time' ? reading.seconds : undefined;
  if (reading.kind !== 'date' || reading.impossible !== undefined) return undefined;
  if (reading.hasTime && !hasTimePart(definition)) return undefined;
  // A limit off the step may be rounded or not; such blueprints are left alone.
  return roundedIn(definition, reading.time) === reading.time ? reading.time : undefined;
}

function outOfRange(definition: FieldDefinition, time: ClockTime, limit: ClockTime): string {
  const [given, bound] = [shown(definition, time), shown(definition, limit)];
  const isEarly = limit > time;
  if (definition.type === 'time') {
    return isEarly
      ? say`${given} is before the first time that the blueprint allows, ${bound}.`
      : say`${given} is behind the last time that the blueprint allows, ${bound}.`;
  }
  if (hasTimePart(definition)) {
    return isEarly
      ? say`${given} is before the first moment that the blueprint allows, ${bound}.`
      : say`${given} is behind the last moment that the blueprint allows, ${bound}.`;
  }
  return isEarly
    ? say`${given} is before the first day that the blueprint allows, ${bound}.`
    : say`${given} is behind the last day that the blueprint allows, ${bound}.`;
}

function shown(definition: FieldDefinition, time: ClockTime): string {
  if (definition.type === 'time') return timeText(time);
  return hasTimePart(definition) ? `${dateText(time)} ${timeText(time)}` : dateText(time);
}

/** The limits as the blueprint gives them. */
export function limitSentences({ props }: FieldDefinition): readonly string[] {
  const { min, max } = props;
  return [
    ...(typeof min === 'string' && min !== '' ? [say`Not before ${min}.`] : []),
    ...(typeof max === 'string' && max !== '' ? [say`Not after ${max}.`] : []),
  ];
}
