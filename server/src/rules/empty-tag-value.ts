import { emptyTags } from '../kirby/kirbytext/empty-tags.ts';
import type { Rule } from './rule.ts';
import { textFix } from './text-fix.ts';
import { kirbytexts, tagsOf } from './texts.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A UUID in parentheses, `(file://…)`. To `Kirby\Text\KirbyTags` that is a `file` tag without a
 * file, which is replaced by nothing.
 */
export const emptyTagValue: Rule = {
  code: 'empty-tag-value',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    for (const text of kirbytexts(context)) {
      for (const { uuid, span } of emptyTags(text.text, tagsOf(text))) {
        yield {
          message: say`Kirby takes "(${uuid})" for a tag without a file and removes it from the page. Write "(file: ${uuid})" to link to the file.`,
          span: text.toSpan(span),
          fixes: () =>
            textFix(
              text,
              say`Link to the file`,
              [{ span: { start: span.start, end: span.start }, text: 'file: ' }],
              { safe: false },
            ),
        };
      }
    }
  },
};
