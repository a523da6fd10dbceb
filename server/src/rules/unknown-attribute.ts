import { type UnknownAttribute, unknownAttributes } from '../kirby/kirbytext/unknown-attributes.ts';
import type { Rule } from './rule.ts';
import { textFix } from './text-fix.ts';
import { kirbytexts, tagsOf } from './texts.ts';

/**
 * A slip in the name of a KirbyTag's attribute, or an attribute of another type of tag. To
 * `Kirby\Text\KirbyTag::parse()` it is a part of what comes before it: of the file name, mostly. A
 * plugin may give Kirby's tags more attributes; then only slips are told.
 */
export const unknownAttribute: Rule = {
  code: 'unknown-attribute',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    const hasPlugins = context.site?.options.hasPlugins === true;
    for (const text of kirbytexts(context)) {
      for (const found of unknownAttributes(tagsOf(text))) {
        if (hasPlugins && found.isOfOther) continue;
        yield {
          message: messageFor(found),
          span: text.toSpan(found.span),
          fixes: () =>
            found.near.flatMap((name) =>
              textFix(text, `Use "${name}:"`, [{ span: found.span, text: name }], { safe: false }),
            ),
        };
      }
    }
  },
};

function messageFor({ type, name, near, isOfOther }: UnknownAttribute): string {
  const effect = 'Kirby reads it as a part of what stands before it';
  const question = near.map((other) => `"${other}"`).join(' or ');
  const advice = near.length === 0 ? 'remove it' : `did you mean ${question}?`;
  const end = near.length === 0 ? '.' : '';
  return `A (${type}: …) tag has no attribute "${name}"${isOfOther ? ', other tags do' : ''}. ${effect}; ${advice}${end}`;
}
