import { separatedType } from './separated-list.ts';

/** Several values in one text (`kirby/config/fields/checkboxes.php`). */
export const checkboxes = separatedType('checkboxes');
