import { valueRule } from './value-problems.ts';

/** A time off the step of its field, five minutes by default (`Kirby\Toolkit\Date::round()`). */
export const roundedTime = valueRule('rounded-time', 'information');
