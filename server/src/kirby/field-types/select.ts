import { choiceType } from './choice.ts';

/** One of several options (`kirby/config/fields/select.php`). */
export const select = choiceType('select');
