import { type RemovedElement, removedElements } from '../kirby/html/sanitised.ts';
import type { Rule } from './rule.ts';
import { htmls, memoOfText } from './texts.ts';

/**
 * An element that `Kirby\Sane\Html` does not allow in a writer or list field. Pages show it until
 * the next save in the Panel; then the element is gone, and the text that stands directly in it.
 * Plugins that add marks to the writer allow elements for them.
 */
export const disallowedHtml: Rule = {
  code: 'disallowed-html',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    const hasPlugins = context.site?.options.hasPlugins === true;
    for (const text of htmls(context)) {
      for (const element of removedIn(text)) {
        if (hasPlugins && !never.has(element.name)) continue;
        yield { message: messageFor(element), span: text.toSpan(element.span) };
      }
    }
  },
};

const removedIn = memoOfText(removedElements);

/** What no mark or node of the writer is made of. */
const never: ReadonlySet<string> = new Set(
  'button center embed font form input meta object script select style textarea'.split(' '),
);

function messageFor({ name, withContent }: RemovedElement): string {
  const what = voids.has(name)
    ? 'removes it'
    : withContent
      ? 'removes it with all that is in it'
      : 'removes it, and the text in it';
  return `<${name}> is not allowed in this field. The Panel ${what} at the next save; move it to a block or field of its own.`;
}

const voids: ReadonlySet<string> = new Set(
  'area base col embed img input link meta param source track wbr'.split(' '),
);
