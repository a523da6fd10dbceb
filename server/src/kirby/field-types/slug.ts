import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';

export const slug: FieldType = { type: 'slug', read: readText };
