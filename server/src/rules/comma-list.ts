import { valueRule } from './value-problems.ts';

/** References with commas between them. `Yaml::decode()` makes one item of the line, and it leads nowhere. */
export const commaList = valueRule('comma-list', 'error');
