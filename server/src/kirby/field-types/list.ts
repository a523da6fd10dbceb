import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';

export const list: FieldType = { type: 'list', read: readText };
