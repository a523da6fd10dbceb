import type { Reference } from '../kirby/reference/reference.ts';
import { mentionFixes } from './mention-fixes.ts';
import { misses } from './mentions.ts';
import type { Rule } from './rule.ts';

/** A UUID that no page or file of the site has. Kirby finds null and goes on without a word. */
export const missingUuid: Rule = {
  code: 'missing-uuid',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    for (const miss of misses(context)) {
      const { reference, isImageLink, metadataOf } = miss;
      if (!('uuid' in reference) || isImageLink || metadataOf !== undefined) continue;
      const noun = reference.kind === 'file-uuid' ? 'file' : 'page';
      yield {
        message: `No ${noun} of this site has the UUID "${reference.uuid}". ${effect(reference, noun)}`,
        span: reference.span,
        fixes: () => mentionFixes(context.document, miss),
      };
    }
  },
};

function effect({ place, kind }: Reference, noun: string): string {
  switch (place) {
    case 'list':
    case 'json':
      return `Kirby leaves it out without a word; choose another ${noun} or remove it.`;
    case 'tag':
      return kind === 'file-uuid'
        ? 'Kirby prints the tag itself, as it stands here; choose another file or remove the tag.'
        : 'Kirby prints the text without its link; choose another page.';
    case 'permalink':
      return `The link leads to the error page; choose another ${noun}.`;
  }
}
