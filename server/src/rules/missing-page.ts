import { mentionFixes } from './mention-fixes.ts';
import { misses } from './mentions.ts';
import type { Rule } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A chosen page that is named by its id, and there is none. `toPages()` passes over it without a
 * word. Drafts are found by their UUIDs only.
 */
export const missingPage: Rule = {
  code: 'missing-page',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    for (const miss of misses(context)) {
      const { reference } = miss;
      if (reference.kind !== 'page-id') continue;
      yield {
        message: say`There is no published page "${reference.name}". Kirby leaves it out without a word; choose another page or remove it.`,
        span: reference.span,
        fixes: () => mentionFixes(context.document, miss),
      };
    }
  },
};
