import { expect } from 'vitest';
import { allSafeEdits, applyEdits } from '../../../server/src/features/fixes.ts';
import { slice } from '../../../server/src/kirby/text/span.ts';
import { runRules } from '../../../server/src/rules/run.ts';
import { contextIn } from '../../support/shared-site.ts';
import type { Target } from './target.ts';

/** As often as "fix all" may be needed until nothing is left to it. */
const MOST_ROUNDS = 6;

/**
 * Checks "fix all" on a file with any number of faults: after a few rounds there is nothing safe
 * left to do, no rule fails, and every block that was whole still is as it was spelled.
 */
export function checkFixAll({ site, path, text: original, blocks }: Target, broken: string): void {
  let text = broken;
  for (let round = 0; ; round++) {
    const context = contextIn(site, path, text);
    expect(runRules(context).failures).toEqual([]);
    const edits = allSafeEdits(context, {});
    if (edits.length === 0) break;
    expect(round, `"fix all" goes on and on in ${path}`).toBeLessThan(MOST_ROUNDS);
    text = applyEdits(text, edits);
  }
  const { findings } = runRules(contextIn(site, path, text));
  const safe = findings.filter(({ problem }) => problem.fixes?.()[0]?.safe === true);
  expect(
    safe.map(({ rule }) => rule.code),
    path,
  ).toEqual([]);
  // Of two blocks with one id either may be the one that is changed.
  const whole = blocks
    .filter(({ value: { id } }) => typeof id === 'string' && broken.split(id).length === 2)
    .map(({ span }) => slice(original, span))
    .filter((raw) => broken.includes(raw));
  expect(whole.filter((raw) => !text.includes(raw)).join('\n'), path).toBe('');
}
