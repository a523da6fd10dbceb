import type { FieldType } from './field-type.ts';
import { readCollection } from './read-collection.ts';

export const structure: FieldType = { type: 'structure', read: readCollection };
