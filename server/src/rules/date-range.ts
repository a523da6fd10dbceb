import { valueRule } from './value-problems.ts';

/** A date or time before the field's `min` or behind its `max`. The form of a published page is refused. */
export const dateRange = valueRule('date-range', 'warning');
