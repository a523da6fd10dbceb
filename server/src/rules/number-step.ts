import { valueRule } from './value-problems.ts';

/** A number between two steps of its field. Only the input of the Panel looks at `step`. */
export const numberStep = valueRule('number-step', 'information');
