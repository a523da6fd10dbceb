import { memo } from '../../kirby/text/memo.ts';
import { inOrder, runAll, type RunResult } from '../run.ts';
import { blueprintRules } from './index.ts';
import type { BlueprintContext } from './rule.ts';

/** Runs every rule about blueprints over one, once for each state of the site's blueprints. */
export const runBlueprintRules = memo((context: BlueprintContext): RunResult => {
  const { findings, failures } = runAll(blueprintRules, (rule) => rule.check(context));
  return { findings: inOrder(findings), failures };
});
