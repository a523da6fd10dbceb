import { separatedType } from './separated-list.ts';

/** Several values in one text (`kirby/config/fields/multiselect.php`). */
export const multiselect = separatedType('multiselect');
