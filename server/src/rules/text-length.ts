import { valueRule } from './value-problems.ts';

/**
 * A text shorter than its field's `minlength` or longer than its `maxlength`. The form of a published page
 * is refused.
 */
export const textLength = valueRule('text-length', 'warning');
