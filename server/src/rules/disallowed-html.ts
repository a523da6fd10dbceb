import { editorElements, unknownToEditor } from '../kirby/html/editor-elements.ts';
import { type RemovedElement, removedElements } from '../kirby/html/sanitised.ts';
import type { Rule } from './rule.ts';
import { htmls, memoOfText } from './texts.ts';
import { say } from '../kirby/text/say.ts';

/**
 * An element that `Kirby\Sane\Html` does not allow in a writer or list field. Pages show it until
 * the next save in the Panel; then the element is gone, and the text that stands directly in it.
 * Plugins that add marks to the writer allow elements for them. What the blueprint does not allow (`marks`,
 * `nodes`) Kirby keeps, but the editor of the Panel loses it with the first change.
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
      // Plugins may bring marks and nodes, and blocks with fields of their own.
      if (hasPlugins || !text.isDefined || context.site?.state !== 'ready') continue;
      const unknown = unknownToEditor(text.definition);
      for (const { name, span } of unknown.size === 0 ? [] : knownIn(text)) {
        if (!unknown.has(name)) continue;
        yield {
          message: say`The blueprint does not allow <${name}> in this field. The website shows it, but the first change of the text in the Panel takes it away; allow it in the blueprint, or do without it.`,
          severity: 'information',
          span: text.toSpan(span),
        };
      }
    }
  },
};

const removedIn = memoOfText(removedElements);
const knownIn = memoOfText(editorElements);

/** What no mark or node of the writer is made of. */
const never: ReadonlySet<string> = new Set(
  'button center embed font form input meta object script select style textarea'.split(' '),
);

function messageFor({ name, withContent }: RemovedElement): string {
  if (voids.has(name)) {
    return say`<${name}> is not allowed in this field. The Panel removes it at the next save; move it to a block or field of its own.`;
  }
  return withContent
    ? say`<${name}> is not allowed in this field. The Panel removes it with all that is in it at the next save; move it to a block or field of its own.`
    : say`<${name}> is not allowed in this field. The Panel removes it, and the text in it at the next save; move it to a block or field of its own.`;
}

const voids: ReadonlySet<string> = new Set(
  'area base col embed img input link meta param source track wbr'.split(' '),
);
