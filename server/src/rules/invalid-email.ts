import { valueRule } from './value-problems.ts';

/**
 * An email field without an email address (`Kirby\Toolkit\V::email()`). The form of a published page is
 * refused.
 */
export const invalidEmail = valueRule('invalid-email', 'warning');
