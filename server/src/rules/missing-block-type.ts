import { isArray, isObject } from '../kirby/json/value.ts';
import { jsonFix } from './json-fix.ts';
import type { Rule } from './rule.ts';
import { opening, placed, shapes } from './shape.ts';

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
          message:
            'This block has no type. Kirby cannot build the page and shows an error instead; give the block a "type", such as "text".',
          span: opening(span),
          fixes: () =>
            jsonFix(
              shape,
              'Make it a text block',
              { kind: 'set', path: [...item.path, 'type'], value: 'text' },
              { safe: false },
            ),
        };
      }
    }
  },
};
