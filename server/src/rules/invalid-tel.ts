import { valueRule } from './value-problems.ts';

/** A value of a tel field that is no phone number. Kirby does nothing about it; who calls it may not get through. */
export const invalidTel = valueRule('invalid-tel', 'hint');
