import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';

export const link: FieldType = { type: 'link', read: readText };
