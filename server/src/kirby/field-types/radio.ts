import { choiceType } from './choice.ts';

/** One of several options (`kirby/config/fields/radio.php`). */
export const radio = choiceType('radio');
