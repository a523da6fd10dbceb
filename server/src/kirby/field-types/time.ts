import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';

export const time: FieldType = { type: 'time', read: readText };
