import { type ClockTime, clockTime, partsOf } from './clock.ts';

export type StepUnit = (typeof units)[number];

/** The `step` of a date or time field. */
export interface Step {
  readonly unit: StepUnit;
  readonly size: number;
}

const units = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;

export function isStepUnit(text: string): text is StepUnit {
  return units.some((unit) => unit === text);
}

/**
 * The nearest step (`Kirby\Toolkit\Date::round()`): first to whole units, where the middle goes
 * down, then to the size, where it goes up. `undefined`: Kirby refuses the size.
 */
export function rounded(time: ClockTime, { unit, size }: Step): ClockTime | undefined {
  const below = floor(time, unit);
  const above = floor(time, unit, 1);
  const whole = time - below <= above - time ? below : above;
  if (size === 1) return whole;
  const most = unit === 'hour' ? 24 : unit === 'minute' || unit === 'second' ? 60 : 0;
  if (!Number.isInteger(size) || size < 1 || most % size !== 0 || most === 0) return undefined;
  const value = partsOf(whole)[unit];
  const seconds = unit === 'hour' ? 3600 : unit === 'minute' ? 60 : 1;
  return whole + (Math.floor(value / size + 0.5) * size - value) * seconds;
}

/** The begin of the unit that a time stands in, or of a later one. */
function floor(time: ClockTime, unit: StepUnit, later = 0): ClockTime {
  const { year, month, day, hour, minute, second } = partsOf(time);
  switch (unit) {
    case 'year':
      return clockTime(year + later, 1, 1);
    case 'month':
      return clockTime(year, month + later, 1);
    case 'day':
      return clockTime(year, month, day + later);
    case 'hour':
      return clockTime(year, month, day, hour + later);
    case 'minute':
      return clockTime(year, month, day, hour, minute + later);
    case 'second':
      return clockTime(year, month, day, hour, minute, second + later);
  }
}
