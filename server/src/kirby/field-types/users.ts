import type { FieldType } from './field-type.ts';
import { readCollection } from './read-collection.ts';

export const users: FieldType = { type: 'users', read: readCollection };
