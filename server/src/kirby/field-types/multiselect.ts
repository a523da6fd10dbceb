import type { FieldType } from './field-type.ts';
import { readSeparated } from './separated.ts';

export const multiselect: FieldType = { type: 'multiselect', read: readSeparated };
