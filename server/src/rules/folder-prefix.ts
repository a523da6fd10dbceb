import { nameOf } from '../site/site-path.ts';
import { ownPage } from './own-page.ts';
import type { Rule } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A page whose folder has an underscore and no number before it. `Kirby\Filesystem\Dir::inventory()`
 * divides a name at the first one and takes what stands before it for a number, which is 0 then.
 */
export const folderPrefix: Rule = {
  code: 'folder-prefix',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    const [first] = context.document.fields;
    const page = ownPage(context);
    if (first === undefined || page?.num !== 0) return;
    const name = nameOf(page.folder);
    if (/^[ \t\n\r\v\f]*[+-]?\.?\d/.test(name)) return;
    yield {
      message: say`The underscore in the name of the folder "${name}" divides a number from a slug. Kirby lists this page as number 0 under the slug "${page.slug}"; use a hyphen instead.`,
      span: first.nameSpan,
    };
  },
};
