import { isArray, isObject } from '../kirby/json/value.ts';
import { jsonFix } from './json-fix.ts';
import { jsonFields } from '../site/json-fields.ts';
import type { Rule, RuleContext } from './rule.ts';
import { opening, placed, type Shape, shapes } from './shape.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A block without a type, or with one that is no text. `Kirby\Cms\Block::__construct()` throws, and
 * with it the whole field.
 */
export const missingBlockType: Rule = {
  code: 'missing-block-type',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const shape of shapes(context)) {
      const untyped = shape.blocks.filter(({ value }) => {
        // The builder plugin's `_key` is a type as well; Kirby converts such blocks.
        const type = value['type'] ?? value['_key'] ?? null;
        return type === null || isArray(type) || isObject(type);
      });
      for (const { item, span } of placed(shape, untyped, ({ path }) => path)) {
        yield {
          message: say`This block has no type. Kirby cannot build the page and shows an error instead; give the block a "type", such as "text".`,
          span: opening(span),
          fixes: () => {
            const type = likelyType(context, shape);
            const path = [...item.path, 'type'];
            const title = say`Make it a ${type} block`;
            return jsonFix(shape, title, { kind: 'set', path, value: type }, { safe: false });
          },
        };
      }
    }
  },
};

/** A block of text, or what the field offers first where it has none. */
function likelyType({ document, site, file }: RuleContext, { field }: Shape): string {
  const known = jsonFields(document, site, file).find((candidate) => candidate.field === field);
  const offered = [...(known?.definition?.fieldsets?.keys() ?? ['text'])];
  return offered.includes('text') ? 'text' : (offered[0] ?? 'text');
}
