import { valueRule } from './value-problems.ts';

/** The same value twice in one list. Kirby keeps both; the Panel would not have taken it. */
export const duplicateItem = valueRule('duplicate-item', 'information');
