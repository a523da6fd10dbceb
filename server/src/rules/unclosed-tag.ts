import { unclosedTags } from '../kirby/kirbytext/unclosed-tags.ts';
import type { Rule } from './rule.ts';
import { textFix } from './text-fix.ts';
import { kirbytexts, memoOfText } from './texts.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A KirbyTag whose parentheses are not balanced. The pattern of `Kirby\Text\KirbyTags` does not
 * match it, and readers see its source.
 */
export const unclosedTag: Rule = {
  code: 'unclosed-tag',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    for (const text of kirbytexts(context)) {
      for (const { type, span, closeAt } of unclosedIn(text)) {
        yield {
          message: say`This (${type}: …) tag is never closed, and so readers see its source as it stands. Add the missing ")".`,
          span: text.toSpan(span),
          fixes: () => {
            const at = closeAt();
            const edits = at === undefined ? [] : [{ span: { start: at, end: at }, text: ')' }];
            return edits.length === 0
              ? []
              : textFix(text, say`Close the tag`, edits, { safe: false });
          },
        };
      }
    }
  },
};

const unclosedIn = memoOfText(unclosedTags);
