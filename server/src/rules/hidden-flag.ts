import { isArray, isObject, type JsonValue } from '../kirby/json/value.ts';
import { asciiLower, phpTrim } from '../kirby/text/php.ts';
import { allShapes } from './all-shapes.ts';
import { jsonFix } from './json-fix.ts';
import type { Rule } from './rule.ts';
import { placed } from './shape.ts';
import { say } from '../kirby/text/say.ts';

/**
 * `"isHidden": "false"` hides a block: every text but `""` and `"0"` is true for PHP. A list or an
 * object there is a type error. What Kirby takes as it is meant (`1`, `"true"`, `null`) is left alone.
 */
export const hiddenFlag: Rule = {
  code: 'hidden-flag',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const shape of allShapes(context)) {
      const flagged = shape.blocks.filter(({ value }) => isMisread(value['isHidden']));
      for (const { item, span } of placed(shape, flagged, ({ path }) => [...path, 'isHidden'])) {
        const isText = typeof item.value['isHidden'] === 'string';
        yield {
          message: isText
            ? say`In quotes this means true: Kirby hides the block. Write false without quotes.`
            : say`"isHidden" is true or false; Kirby cannot build the page and shows an error instead.`,
          span,
          fixes: () =>
            [false, true].flatMap((value) =>
              jsonFix(
                shape,
                value ? say`Hide the block (true)` : say`Show the block (false)`,
                { kind: 'set', path: [...item.path, 'isHidden'], value },
                { safe: false },
              ),
            ),
        };
      }
    }
  },
};

/** Words that say "no" to a reader and "yes" to PHP. */
const denials = new Set(['false', 'no', 'off', 'n', 'null', 'none', 'undefined', '[]', '{}']);

function isMisread(flag: JsonValue | undefined): boolean {
  if (isArray(flag) || isObject(flag)) return true;
  return typeof flag === 'string' && denials.has(asciiLower(phpTrim(flag)));
}
