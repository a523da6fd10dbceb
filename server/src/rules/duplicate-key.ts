import { duplicateKeys } from '../kirby/json/duplicate-keys.ts';
import type { Rule } from './rule.ts';
import { shapes } from './shape.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A key that an object of a Layout or Blocks field holds twice. PHP's `json_decode()` keeps the last
 * one without a message.
 */
export const duplicateKey: Rule = {
  code: 'duplicate-key',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const shape of shapes(context)) {
      for (const { key, span } of duplicateKeys(shape.json)) {
        yield {
          message: say`"${key}" stands here twice; Kirby reads only the last one, and the next save in the Panel deletes this one. Remove or rename one of them.`,
          span: shape.field.value.toSource(span),
        };
      }
    }
  },
};
