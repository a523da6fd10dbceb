import { newId } from '../kirby/blocks/new-id.ts';
import { allShapes } from './all-shapes.ts';
import { jsonFix } from './json-fix.ts';
import type { Rule } from './rule.ts';
import { opening, placed } from './shape.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A block among the rows of a Layout field. `Kirby\Cms\Layouts::factory()` looks at the first item
 * only: after a row, a block becomes a row without columns, and what it says is lost.
 */
export const strayBlock: Rule = {
  code: 'stray-block',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const shape of allShapes(context)) {
      for (const { item, span } of placed(shape, shape.strays, ({ path }) => path)) {
        yield {
          message: say`This block stands among the rows. Kirby makes an empty row of it and its content is lost; put it in a column of a row.`,
          span: opening(span),
          fixes: () => {
            const seed = `${shape.seed()}#${item.path.join('/')}`;
            const column = { blocks: [item.value], id: newId(`${seed}/column`), width: '1/1' };
            const row = { attrs: [], columns: [column], id: newId(`${seed}/row`) };
            return jsonFix(
              shape,
              say`Put the block in a row of its own`,
              { kind: 'set', path: item.path, value: row },
              { safe: true },
            );
          },
        };
      }
    }
  },
};
