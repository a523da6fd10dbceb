import type { FieldType } from './field-type.ts';
import { readCollection } from './read-collection.ts';

export const entries: FieldType = { type: 'entries', read: readCollection };
