import type { FieldType } from './field-type.ts';
import { readSeparated } from './separated.ts';

export const tags: FieldType = { type: 'tags', read: readSeparated };
