import { valueRule } from './value-problems.ts';

/** Fewer items than `min` or more than `max`. The form of a published page is refused. */
export const itemCount = valueRule('item-count', 'warning');
