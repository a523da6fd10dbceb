import type { FieldType } from './field-type.ts';
import { readCollection } from './read-collection.ts';

export const files: FieldType = { type: 'files', read: readCollection };
