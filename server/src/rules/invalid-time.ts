import { valueRule } from './value-problems.ts';

/** A time field that holds what PHP's date parser refuses; it is empty then. */
export const invalidTime = valueRule('invalid-time', 'error');
