import { mentionFixes } from './mention-fixes.ts';
import { misses } from './mentions.ts';
import type { Rule } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * The link of an image block leads to a UUID that nothing has. The block's snippet escapes an
 * address that is null, which PHP refuses: the whole image goes (`config/blocks/image/image.php`).
 */
export const missingLinkTarget: Rule = {
  code: 'missing-link-target',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const miss of misses(context)) {
      const { reference, isImageLink, metadataOf } = miss;
      if (!isImageLink || metadataOf !== undefined) continue;
      yield {
        message:
          reference.kind === 'file-uuid'
            ? say`This image links to a file that does not exist, and so Kirby shows nothing of the image. Link to something else, or remove the link.`
            : say`This image links to a page that does not exist, and so Kirby shows nothing of the image. Link to something else, or remove the link.`,
        span: reference.span,
        fixes: () => mentionFixes(context.document, miss),
      };
    }
  },
};
