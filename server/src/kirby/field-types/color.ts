import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';

export const color: FieldType = { type: 'color', read: readText };
