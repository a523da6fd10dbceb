import type { FieldType } from './field-type.ts';
import { readNothing } from './read-nothing.ts';

export const line: FieldType = { type: 'line', read: readNothing };
