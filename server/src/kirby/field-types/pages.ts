import type { FieldType } from './field-type.ts';
import { readCollection } from './read-collection.ts';

export const pages: FieldType = { type: 'pages', read: readCollection };
