import { valueRule } from './value-problems.ts';

/** A date off the step of a field without time, a day by default (`Kirby\Toolkit\Date::round()`). */
export const roundedDate = valueRule('rounded-date', 'warning');
