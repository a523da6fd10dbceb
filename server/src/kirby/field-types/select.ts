import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';

export const select: FieldType = { type: 'select', read: readText };
