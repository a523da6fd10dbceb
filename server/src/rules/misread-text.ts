import { phpString } from '../kirby/blocks/php.ts';
import { slice } from '../kirby/text/span.ts';
import { looksLikeTimestamp } from '../kirby/yaml/symfony/timestamp.ts';
import type { Problem, Rule } from './rule.ts';
import { inText, quoteFix } from './yaml-fix.ts';
import { misreadParts, type YamlPart } from './yaml-values.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A text in a row, an object or an entry that YAML takes for a number or a truth, and that is another
 * text when Kirby makes one of it again: `01234` becomes `1234`, `no` becomes nothing
 * (`Spyc::_toType()`, `Symfony\Component\Yaml\Inline::evaluateScalar()`, and the cast to a string in
 * `kirby/config/fields/text.php`).
 */
export const misreadText: Rule = {
  code: 'misread-text',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    for (const part of misreadParts(context)) yield* misreadIn(part);
  },
};

function* misreadIn({ value, node }: YamlPart): Iterable<Problem> {
  if (node.kind !== 'scalar' || node.style !== 'plain') return;
  // `null` and nothing at all are written on purpose.
  if (typeof node.value === 'string' || node.value === null) return;
  const place = inText(value, node.span);
  const written = slice(value.source.text, place);
  const read = phpString(node.value) ?? '';
  // Of a text that is cut as well the whole has to be quoted, which `cut-comment` does.
  if (/^(?:#|[ \t]+#\S)/.test(value.source.text.slice(place.end))) return;
  const isDate = value.handler === 'symfony' && looksLikeTimestamp(written);
  if (written === read || isDate || isWholeNumber(written)) return;
  yield {
    message:
      typeof node.value === 'number'
        ? say`Without quotation marks Kirby reads ${written} as the number ${read}, and the next save in the Panel writes that; put it in quotation marks.`
        : node.value
          ? say`Without quotation marks Kirby takes the word "${written}" for true and shows "1" in its place; put it in quotation marks.`
          : say`Without quotation marks Kirby takes the word "${written}" for false and shows nothing in its place; put it in quotation marks.`,
    span: node.span,
    ...(node.value === false ? { severity: 'error' as const } : {}),
    fixes: () => quoteFix(value, place, say`Put the value in quotation marks`),
  };
}

/**
 * PHP keeps more digits of one than JavaScript, and what is too long for PHP both engines leave a text:
 * the number of a parcel stays what it is.
 */
function isWholeNumber(written: string): boolean {
  return /^-?[1-9]\d*$/.test(written);
}
