import { valueRule } from './value-problems.ts';

/** A toggle that holds another word than those the Panel knows. It is read as off. */
export const invalidToggle = valueRule('invalid-toggle', 'warning');
