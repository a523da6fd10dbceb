import { pickerType } from './picker.ts';

/** Chosen users (`kirby/config/fields/users.php`). */
export const users = pickerType('users');
