import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';

export const url: FieldType = { type: 'url', read: readText };
