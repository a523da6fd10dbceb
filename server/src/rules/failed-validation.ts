import { valueRule } from './value-problems.ts';

/** A text that a validator of its field's `validate` refuses. The form of a published page is refused. */
export const failedValidation = valueRule('failed-validation', 'warning');
