import { nameOf } from '../site/site-path.ts';
import { ownPage } from './own-page.ts';
import type { Rule } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A page whose folder has the slug of another one beside it. `Kirby\Cms\Pages` keeps its pages by
 * their ids, so that the later folder takes the place of the earlier one.
 */
export const duplicateSlug: Rule = {
  code: 'duplicate-slug',
  severity: 'error',
  reads: 'site',
  *check(context) {
    const [first] = context.document.fields;
    const page = ownPage(context);
    const other = page && context.site?.namesake(page);
    if (first === undefined || page === undefined || other === undefined) return;
    yield {
      message: say`Kirby does not find this page. The folder "${nameOf(other)}" has the same slug "${page.slug}" and takes its place; rename one of them.`,
      span: first.nameSpan,
    };
  },
};
