import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';

export const toggle: FieldType = { type: 'toggle', read: readText };
