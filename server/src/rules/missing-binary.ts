import type { Rule } from './rule.ts';
import { misses } from './mentions.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A file of which only the metadata is there: `photo.jpg.txt` without `photo.jpg`. For Kirby such a
 * file does not exist. Where media are kept out of the repository that is how it should be, so that
 * nothing is said on a site on which most of them are absent.
 */
export const missingBinary: Rule = {
  code: 'missing-binary',
  severity: 'information',
  reads: 'site',
  *check(context) {
    if (context.site?.media !== 'present') return;
    for (const { reference, metadataOf } of misses(context)) {
      if (metadataOf === undefined) continue;
      yield {
        message: say`Of the file "${metadataOf.name}" only the metadata is here, not the file itself. As long as it is missing, Kirby leaves it out.`,
        span: reference.span,
      };
    }
  },
};
