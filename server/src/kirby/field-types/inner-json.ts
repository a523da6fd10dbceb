import { diagnose } from '../json/diagnose.ts';
import { looksLikeJson } from '../json/faults/no-json.ts';
import { applied } from '../json/text-edit.ts';
import { parseJson } from '../json/value.ts';
import { phpTrim } from '../text/php.ts';
import { type FieldValue, replaced } from '../values/field-value.ts';
import type { ValueFix, ValueProblem } from './field-type.ts';
import { say } from '../text/say.ts';

/**
 * The JSON of rows or blocks that stand inside of another value: in a structure, an object, a block or the
 * settings of a row. Of a field of the file the rule itself looks at the JSON.
 *
 * @param value one that `contentsOf()` cannot read
 */
export function* checkInnerJson(
  value: FieldValue,
  kind: 'layout' | 'blocks',
): Iterable<ValueProblem> {
  const { definition, holder, value: text } = value;
  if (holder.field !== undefined || typeof text !== 'string' || phpTrim(text) === '') return;
  if (kind === 'blocks' && !looksLikeJson(text)) return;
  const { faults } = diagnose(text);
  const [fault] = faults;
  if (fault === undefined) return;
  const { label } = definition;
  yield {
    code: 'broken-json',
    message:
      kind === 'layout'
        ? `${fault.message} ${say`Kirby cannot read the field "${label}" and shows nothing of it; saving the page in the Panel makes that permanent.`}`
        : `${fault.message} ${say`Kirby cannot read the field "${label}" and shows its source as text; saving the page in the Panel makes that permanent.`}`,
    within: fault.span,
    fixes: () => fixesOf(value, text, faults),
  };
}

/** All faults at once: only then the text is JSON again. */
function fixesOf(
  value: FieldValue,
  text: string,
  faults: ReturnType<typeof diagnose>['faults'],
): readonly ValueFix[] {
  const repairs = faults.map((fault) => fault.repair());
  const [first] = repairs;
  const mended = applied(
    text,
    repairs.flatMap((repair) => repair?.edits ?? []),
  );
  if (first === undefined || mended === undefined || parseJson(mended) === undefined) return [];
  const edits = replaced(value, mended);
  if (edits === undefined) return [];
  const title = repairs.length === 1 ? first.title : say`Repair the JSON`;
  return [{ title, edits, safe: repairs.every((repair) => repair?.safe === true) }];
}
