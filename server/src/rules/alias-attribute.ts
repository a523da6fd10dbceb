import { aliasAttributes } from '../kirby/kirbytext/alias-attributes.ts';
import type { Rule } from './rule.ts';
import { textFix } from './text-fix.ts';
import { kirbytexts, tagsOf } from './texts.ts';
import { say } from '../kirby/text/say.ts';

/**
 * `(youtube: …)` and `(vimeo: …)` with attributes. They are other names of `(video: …)` that
 * `Kirby\Text\KirbyTag::parse()` knows no attributes of: all becomes the address, and the figure is
 * empty. A plugin may have made a tag of its own of the name, which is why one is not sure then.
 */
export const aliasAttribute: Rule = {
  code: 'alias-attribute',
  severity: 'error',
  reads: 'site',
  *check(context) {
    const hasPlugins = context.site?.options.hasPlugins === true;
    for (const text of kirbytexts(context)) {
      for (const { type, aliasOf, span, typeSpan } of aliasAttributes(tagsOf(text))) {
        yield {
          message: say`A (${type}: …) tag takes no attributes: Kirby reads all of it as the address and shows no video. Write (${aliasOf}: …) instead.`,
          span: text.toSpan(span),
          ...(hasPlugins && { severity: 'warning' as const }),
          fixes: () =>
            textFix(text, say`Use "${aliasOf}:"`, [{ span: typeSpan, text: aliasOf }], {
              safe: !hasPlugins,
            }),
        };
      }
    }
  },
};
