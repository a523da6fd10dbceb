import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';

export const tel: FieldType = { type: 'tel', read: readText };
