import type { FieldType } from './field-type.ts';
import { readCollection } from './read-collection.ts';

export const object: FieldType = { type: 'object', read: readCollection };
