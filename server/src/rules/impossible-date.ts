import { valueRule } from './value-problems.ts';

/** A day that its month does not have. PHP counts on into the next month. */
export const impossibleDate = valueRule('impossible-date', 'error');
