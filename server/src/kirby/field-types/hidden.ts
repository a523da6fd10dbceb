import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';

export const hidden: FieldType = { type: 'hidden', read: readText };
