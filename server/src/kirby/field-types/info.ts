import type { FieldType } from './field-type.ts';
import { readNothing } from './read-nothing.ts';

export const info: FieldType = { type: 'info', read: readNothing };
