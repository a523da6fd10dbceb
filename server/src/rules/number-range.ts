import { valueRule } from './value-problems.ts';

/** A number below the field's `min` or above its `max`. The form of a published page is refused. */
export const numberRange = valueRule('number-range', 'warning');
