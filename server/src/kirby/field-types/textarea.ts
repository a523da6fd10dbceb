import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';

export const textarea: FieldType = { type: 'textarea', read: readText };
