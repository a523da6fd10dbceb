import { valueRule } from './value-problems.ts';

/** A value that is none of the field's options. `sanitizeOption()` empties the field, `sanitizeOptions()` drops the item. */
export const unknownOption = valueRule('unknown-option', 'error');
