import { duplicateKeys } from '../kirby/json/duplicate-keys.ts';
import { slice, type Span } from '../kirby/text/span.ts';
import type { Form } from '../kirby/values/field-value.ts';
import { allShapes } from './all-shapes.ts';
import { formContext } from './form-rule.ts';
import type { Problem, Rule } from './rule.ts';
import { yamlValues } from './yaml-values.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A key that stands twice in one object of JSON or one map of YAML. PHP's `json_decode()` and Spyc keep
 * the last one without a message, and of two names of a field that differ by their letter case only
 * `Kirby\Content\Content::__construct()` does.
 */
export const duplicateKey: Rule = {
  code: 'duplicate-key',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const { json } of allShapes(context)) {
      if (json === undefined) continue;
      for (const { key, span } of duplicateKeys(json)) yield twice(key, json.source.toSource(span));
    }
    for (const { tree } of yamlValues(context)) {
      for (const span of tree.ok ? tree.overridden : []) {
        yield twice(slice(context.document.text, span), span);
      }
    }
    for (const form of formContext(context)?.forms ?? []) yield* inOtherCase(form);
  },
};

function twice(key: string, span: Span): Problem {
  return {
    message: say`"${key}" stands here twice; Kirby reads only the last one, and the next save in the Panel deletes this one. Remove or rename one of them.`,
    span,
  };
}

function* inOtherCase({ overridden, values, place }: Form): Iterable<Problem> {
  for (const { key, path } of overridden) {
    const written = path.at(-1);
    const span = place?.holder.keySpanAt(path);
    const last = values.get(key)?.path.at(-1);
    if (span === undefined || written === undefined || last === undefined) continue;
    yield {
      message: say`"${written}" and "${last}" are the same field, whatever the case of their letters. Kirby reads only the last one, and the next save in the Panel deletes this one. Remove or rename one of them.`,
      span,
    };
  }
}
