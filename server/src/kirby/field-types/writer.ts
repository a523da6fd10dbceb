import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';

export const writer: FieldType = { type: 'writer', read: readText };
