import type { FieldType } from './field-type.ts';
import { readSeparated } from './separated.ts';

export const checkboxes: FieldType = { type: 'checkboxes', read: readSeparated };
