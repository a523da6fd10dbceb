import { valueRule } from './value-problems.ts';

/** A chosen page, file or user as a map. `toPages()` and `toUsers()` fail on it, `toFiles()` passes over it. */
export const mappedItem = valueRule('mapped-item', 'warning');
