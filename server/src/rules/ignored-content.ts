import { isArray } from '../kirby/json/value.ts';
import { allShapes } from './all-shapes.ts';
import type { Rule } from './rule.ts';
import { opening, placed } from './shape.ts';
import { say } from '../kirby/text/say.ts';

/**
 * Block content that is a list or a number. `Kirby\Cms\Block::__construct()` takes an empty content
 * instead and says nothing.
 */
export const ignoredContent: Rule = {
  code: 'ignored-content',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    for (const shape of allShapes(context)) {
      const ignored = shape.blocks.filter(({ value: { content } }) =>
        isArray(content) ? content.length > 0 : typeof content === 'number' || content === true,
      );
      for (const { span } of placed(shape, ignored, ({ path }) => [...path, 'content'])) {
        yield {
          message: say`The content of a block is an object of fields, like {"text": "…"}. Kirby ignores what stands here and shows an empty block.`,
          span: opening(span),
        };
      }
    }
  },
};
