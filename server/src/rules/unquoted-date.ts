import { slice } from '../kirby/text/span.ts';
import { looksLikeTimestamp } from '../kirby/yaml/symfony/timestamp.ts';
import { scalarsIn } from '../kirby/yaml/tree.ts';
import type { Problem, Rule } from './rule.ts';
import { inText, quoteFix } from './yaml-fix.ts';
import { type YamlValue, yamlValues } from './yaml-values.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A date without quotation marks, where Symfony reads the YAML: it becomes the number of seconds
 * since 1970 (`Symfony\Component\Yaml\Inline::evaluateScalar()`), which a date field cannot read.
 */
export const unquotedDate: Rule = {
  code: 'unquoted-date',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const value of yamlValues(context)) yield* unquotedDatesIn(value);
  },
};

/** The dates of one value. */
function* unquotedDatesIn(value: YamlValue): Iterable<Problem> {
  const { tree, handler } = value;
  if (!tree.ok || handler !== 'symfony') return;
  for (const node of scalarsIn(tree.root)) {
    if (node.style !== 'plain' || typeof node.value !== 'number') continue;
    const written = inText(value, node.span);
    const date = slice(value.source.text, written);
    if (!looksLikeTimestamp(date)) continue;
    yield {
      message: say`Without quotation marks Kirby reads the date ${date} as the number ${node.value}, and a date field stays empty; put it in quotation marks.`,
      span: node.span,
      fixes: () => quoteFix(value, written, say`Put the date in quotation marks`),
    };
  }
}
