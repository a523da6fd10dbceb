import type { Reference } from '../kirby/reference/reference.ts';
import { mentionFixes } from './mention-fixes.ts';
import { misses } from './mentions.ts';
import type { Rule } from './rule.ts';
import { effectInTag } from './tag-effect.ts';
import { say } from '../kirby/text/say.ts';

/** A UUID that no page or file of the site has. Kirby finds null and goes on without a word. */
export const missingUuid: Rule = {
  code: 'missing-uuid',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    for (const miss of misses(context)) {
      const { reference, isImageLink, metadataOf } = miss;
      if (!('uuid' in reference) || isImageLink || metadataOf !== undefined) continue;
      const { uuid } = reference;
      const what =
        reference.kind === 'file-uuid'
          ? say`No file of this site has the UUID "${uuid}".`
          : say`No page of this site has the UUID "${uuid}".`;
      yield {
        message: `${what} ${effect(context.document.text, reference)}`,
        span: reference.span,
        fixes: () => mentionFixes(context.document, miss),
      };
    }
  },
};

function effect(text: string, reference: Reference): string {
  const { place, kind } = reference;
  switch (place) {
    case 'list':
    case 'json':
      return kind === 'file-uuid'
        ? say`Kirby leaves it out without a word; choose another file or remove it.`
        : say`Kirby leaves it out without a word; choose another page or remove it.`;
    case 'tag':
      return effectInTag(text, reference);
    case 'permalink':
      return kind === 'file-uuid'
        ? say`The link leads to the error page; choose another file.`
        : say`The link leads to the error page; choose another page.`;
  }
}
