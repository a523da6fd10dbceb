import { anyOf } from '../kirby/text/any-of.ts';
import { type UnknownAttribute, unknownAttributes } from '../kirby/kirbytext/unknown-attributes.ts';
import type { Rule } from './rule.ts';
import { textFix } from './text-fix.ts';
import { kirbytexts, tagsOf } from './texts.ts';
import { say } from '../kirby/text/say.ts';

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
              textFix(text, say`Use "${name}:"`, [{ span: found.span, text: name }], {
                safe: false,
              }),
            ),
        };
      }
    }
  },
};

function messageFor({ type, name, near, isOfOther }: UnknownAttribute): string {
  const fault = isOfOther
    ? say`A (${type}: …) tag has no attribute "${name}", other tags do.`
    : say`A (${type}: …) tag has no attribute "${name}".`;
  const question = anyOf(near.map((other) => `"${other}"`));
  const effect =
    near.length === 0
      ? say`Kirby reads it as a part of what stands before it; remove it.`
      : say`Kirby reads it as a part of what stands before it; did you mean ${question}?`;
  return `${fault} ${effect}`;
}
