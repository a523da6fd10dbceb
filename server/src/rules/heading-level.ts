import { allShapes } from './all-shapes.ts';
import { jsonFix } from './json-fix.ts';
import type { Fix, Rule } from './rule.ts';
import { type Part, placed, type Shape } from './shape.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A heading whose level is not `h1` to `h6`. Kirby's snippet prints the level as the name of the
 * element: `"2"` becomes `<2>`, which no browser knows.
 */
export const headingLevel: Rule = {
  code: 'heading-level',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    for (const shape of allShapes(context)) {
      const odd = shape.blocks.filter((part) => {
        const level = levelOf(part);
        return level !== undefined && level !== '' && !/^h[1-6]$/u.test(level);
      });
      for (const { item, span } of placed(shape, odd, ({ path }) => [
        ...path,
        'content',
        'level',
      ])) {
        yield {
          message: say`"${levelOf(item) ?? ''}" is no heading level. Kirby prints it as the name of the element, which browsers do not know; use h1 to h6.`,
          span,
          fixes: () => fixes(shape, item),
        };
      }
    }
  },
};

function levelOf({ value: { type, content } }: Part): string | undefined {
  if (type !== 'heading' || typeof content !== 'object' || content === null) return undefined;
  const level = 'level' in content ? content['level'] : undefined;
  return typeof level === 'string' || typeof level === 'number' ? String(level) : undefined;
}

function fixes(shape: Shape, part: Part): readonly Fix[] {
  const digit = /[1-6]/u.exec(levelOf(part) ?? '')?.[0];
  const level = `h${digit ?? '2'}`;
  return jsonFix(
    shape,
    say`Use ${level}`,
    { kind: 'set', path: [...part.path, 'content', 'level'], value: level },
    { safe: false },
  );
}
