import type { FieldType } from './field-type.ts';
import { readCollection } from './read-collection.ts';

export const blocks: FieldType = { type: 'blocks', read: readCollection };
