import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';

export const text: FieldType = { type: 'text', read: readText };
