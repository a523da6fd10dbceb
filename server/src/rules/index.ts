import type { Rule } from './rule.ts';

/** Every rule, in the order in which their problems are listed at one place. */
export const rules: readonly Rule[] = [];
