import { pickerType } from './picker.ts';

/** Chosen pages (`kirby/config/fields/pages.php`). */
export const pages = pickerType('pages');
