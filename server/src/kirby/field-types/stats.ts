import type { FieldType } from './field-type.ts';
import { readNothing } from './read-nothing.ts';

export const stats: FieldType = { type: 'stats', read: readNothing };
