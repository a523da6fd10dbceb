import { separatedType } from './separated-list.ts';

/** Several values in one text (`kirby/config/fields/tags.php`). */
export const tags = separatedType('tags');
