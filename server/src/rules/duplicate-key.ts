import { duplicateKeys } from '../kirby/json/duplicate-keys.ts';
import { allShapes } from './all-shapes.ts';
import type { Rule } from './rule.ts';
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
    for (const { json } of allShapes(context)) {
      if (json === undefined) continue;
      for (const { key, span } of duplicateKeys(json)) {
        yield {
          message: say`"${key}" stands here twice; Kirby reads only the last one, and the next save in the Panel deletes this one. Remove or rename one of them.`,
          span: json.source.toSource(span),
        };
      }
    }
  },
};
