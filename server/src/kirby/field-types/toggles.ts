import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';

export const toggles: FieldType = { type: 'toggles', read: readText };
