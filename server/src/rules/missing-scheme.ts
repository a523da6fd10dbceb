import { type BareHost, bareHosts, mayHaveBareHost } from '../kirby/reference/bare-hosts.ts';
import type { Rule, RuleContext } from './rule.ts';
import { textFix } from './text-fix.ts';
import { htmls, kirbytexts, memoOfText, tagsOf, type Text } from './texts.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A link to `www.example.com`. Without its scheme it is a path: `Kirby\Http\Url::to()` puts the address of the
 * site before it, and so does the browser.
 */
export const missingScheme: Rule = {
  code: 'missing-scheme',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    for (const [text, found] of hostsIn(context)) {
      for (const { address, span } of found) {
        yield {
          message: say`"${address}" has no "https://" before it, so that the link leads to a page of this site, which is not there. Write the whole address.`,
          span: text.toSpan(span),
          fixes: () =>
            textFix(
              text,
              say`Begin with "https://"`,
              [{ span: { start: span.start, end: span.start }, text: 'https://' }],
              { safe: false },
            ),
        };
      }
    }
  },
};

function* hostsIn(
  context: RuleContext,
): Iterable<readonly [text: Text, hosts: readonly BareHost[]]> {
  for (const text of htmls(context)) if (mayHave(text)) yield [text, bareHosts(text.text)];
  for (const text of kirbytexts(context))
    if (mayHave(text)) yield [text, bareHosts(text.text, tagsOf(text))];
}

const mayHave = memoOfText(mayHaveBareHost);
