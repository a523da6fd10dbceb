import type { FieldType } from './field-type.ts';
import { readNothing } from './read-nothing.ts';

export const gap: FieldType = { type: 'gap', read: readNothing };
