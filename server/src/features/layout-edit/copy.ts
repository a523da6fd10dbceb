import type { RuleContext } from '../../rules/rule.ts';
import { Draft, Refusal } from './draft.ts';
import type { Place } from './operation.ts';
import { clipboardText } from './paste.ts';

/** Rows or blocks as the Panel copies them; `undefined` where there are none. */
export function copyStructure(
  { document }: RuleContext,
  items: readonly Place[],
): string | undefined {
  try {
    return clipboardText(new Draft(document), items);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
