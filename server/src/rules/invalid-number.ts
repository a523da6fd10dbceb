import { valueRule } from './value-problems.ts';

/** A number field that holds something else. `Str::float()` reads 0, or the digits at its start. */
export const invalidNumber = valueRule('invalid-number', 'error');
