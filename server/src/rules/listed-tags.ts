import { valueRule } from './value-problems.ts';

/** A YAML list in a field of separated values. `Str::split()` reads it as one value. */
export const listedTags = valueRule('listed-tags', 'error');
