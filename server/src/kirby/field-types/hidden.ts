import type { FieldType } from './field-type.ts';

/** What the Panel keeps and does not show (`kirby/config/fields/hidden.php`): any value, as it is. */
export const hidden: FieldType = { type: 'hidden', read: (value) => value ?? '' };
