import { valueRule } from './value-problems.ts';

/**
 * A chosen user of whom there is no account (`Kirby\Cms\Users::findByKey()`). Accounts are often
 * kept out of a repository: where the site has none, nothing is said.
 */
export const missingUser = valueRule('missing-user', 'warning');
