import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';

export const date: FieldType = { type: 'date', read: readText };
