import type { FieldType } from './field-type.ts';
import { readCollection } from './read-collection.ts';

export const layout: FieldType = { type: 'layout', read: readCollection };
