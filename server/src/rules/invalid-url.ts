import { valueRule } from './value-problems.ts';

/** A url field without a full address (`Kirby\Toolkit\V::url()`). The form of a published page is refused. */
export const invalidUrl = valueRule('invalid-url', 'warning');
