import { pickerType } from './picker.ts';

/** Chosen files (`kirby/config/fields/files.php`). */
export const files = pickerType('files');
