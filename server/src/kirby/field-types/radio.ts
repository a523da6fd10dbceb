import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';

export const radio: FieldType = { type: 'radio', read: readText };
