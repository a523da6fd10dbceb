import { valueRule } from './value-problems.ts';

/** A link field with a link of no kind that it takes. The form of a published page is refused. */
export const invalidLink = valueRule('invalid-link', 'warning');
