import { valueRule } from './value-problems.ts';

/**
 * A date field that holds what PHP's date parser refuses, or a year or time alone, which it takes for
 * a moment of the current day. `Kirby\Toolkit\Date::optional()` makes nothing of the first.
 */
export const invalidDate = valueRule('invalid-date', 'error');
