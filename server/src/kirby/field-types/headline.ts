import type { FieldType } from './field-type.ts';
import { readNothing } from './read-nothing.ts';

export const headline: FieldType = { type: 'headline', read: readNothing };
