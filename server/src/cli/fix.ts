import { allSafeEdits, applyEdits } from '../features/fixes.ts';
import type { RuleSeverities } from '../features/diagnostics.ts';
import type { RuleContext } from '../rules/rule.ts';

/** A fix may uncover a problem that another one hid; more rounds than this would go on for ever. */
const MOST_ROUNDS = 10;

/**
 * A text after all safe fixes, as *Fix All* of the editor makes it: those that overlap follow in
 * another round.
 *
 * @param contextOf what the rules see of a text that stands where this one does
 */
export function fixedText(
  text: string,
  contextOf: (text: string) => RuleContext,
  severities: RuleSeverities,
): string {
  let fixed = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = allSafeEdits(contextOf(fixed), severities);
    if (edits.length === 0) return fixed;
    fixed = applyEdits(fixed, edits);
  }
  return fixed;
}
