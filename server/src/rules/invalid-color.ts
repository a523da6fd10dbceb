import { valueRule } from './value-problems.ts';

/** A colour in another notation than the field's `format`. The form of a published page is refused. */
export const invalidColor = valueRule('invalid-color', 'warning');
