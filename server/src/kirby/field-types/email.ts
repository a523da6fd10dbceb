import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';

export const email: FieldType = { type: 'email', read: readText };
