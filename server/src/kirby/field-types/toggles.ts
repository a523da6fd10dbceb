import { choiceType } from './choice.ts';

/** One of several options (`kirby/config/fields/toggles.php`). */
export const toggles = choiceType('toggles');
