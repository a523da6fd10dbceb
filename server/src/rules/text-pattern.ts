import { valueRule } from './value-problems.ts';

/** A text that its field's `pattern` does not match. The form of a published page is refused. */
export const textPattern = valueRule('text-pattern', 'warning');
