import { unknownTags } from '../kirby/kirbytext/unknown-tags.ts';
import type { Rule } from './rule.ts';
import { textFix } from './text-fix.ts';
import { kirbytexts, memoOfText } from './texts.ts';
import { say } from '../kirby/text/say.ts';

/**
 * Text in parentheses that was meant for a KirbyTag: a slip in its name, or a blank where
 * `Kirby\Text\KirbyTags` allows none. It stays in the text as it stands. Plugins may register tags
 * of any name; where there are any, only blanks are told.
 */
export const unknownTag: Rule = {
  code: 'unknown-tag',
  severity: 'hint',
  reads: 'site',
  *check(context) {
    const { site } = context;
    const mayBeOther = site?.options.hasPlugins !== false;
    for (const text of kirbytexts(context)) {
      for (const { written, span, near, kind } of unknownIn(text)) {
        if (kind === 'slip' && mayBeOther) continue;
        yield {
          message:
            kind === 'slip'
              ? say`Kirby knows no tag "${written}" and leaves this in the text as it stands. Did you mean "${near}"?`
              : say`This is no tag because of the blank; Kirby leaves it in the text as it stands. Write "(${near}:" in one.`,
          span: text.toSpan(span),
          fixes: () =>
            textFix(
              text,
              kind === 'slip' ? say`Use "${near}:"` : say`Remove the blank`,
              [{ span, text: near }],
              { safe: false },
            ),
        };
      }
    }
  },
};

const unknownIn = memoOfText(unknownTags);
