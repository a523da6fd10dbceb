import { valueRule } from './value-problems.ts';

/** More than one item in a field that is for one. Templates that ask for one get the first. */
export const surplusItem = valueRule('surplus-item', 'information');
