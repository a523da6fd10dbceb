import { valueRule } from './value-problems.ts';

/** A chosen page, file or user by what leads to none: a permalink, another scheme, an address of the web. */
export const foreignItem = valueRule('foreign-item', 'warning');
