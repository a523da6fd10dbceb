import type { FieldDefinition } from '../blueprint/blueprint.ts';
import { isArray, isObject, type JsonValue } from '../json/value.ts';
import { memo } from '../text/memo.ts';
import { unmetWish } from '../validate/validators.ts';
import type { FieldValue } from '../values/field-value.ts';
import type { ValueProblem } from './field-type.ts';
import { scalarText } from './scalar.ts';
import { say } from '../text/say.ts';

/** `validate` of a field whose value is a text: each validator on its own (`Kirby\Form\Field::validate()`). */
export function* checkValidate(value: FieldValue): Iterable<ValueProblem> {
  const { type, props } = value.definition;
  const text = scalarText(value);
  // Some validators count blanks around a text, and a converter makes another text of it.
  if (text === '' || text !== value.value || typeof props['converter'] === 'string') return;
  for (const { name, args } of validatorsOf(value.definition)) {
    // A field of emails checks them by itself.
    const wish = name.toLowerCase() === type ? undefined : unmetWish(name, text, args);
    if (wish === undefined) continue;
    yield {
      code: 'failed-validation',
      message: say`By the setting "validate: ${name}" of the blueprint this text has to ${wish}.`,
      isRefused: true,
    };
  }
}

interface Wanted {
  readonly name: string;
  readonly args: readonly JsonValue[];
}

/** A name, a list of names, or names with their arguments. */
const validatorsOf = memo(({ props }: FieldDefinition): readonly Wanted[] => {
  const { validate } = props;
  if (typeof validate === 'string') return [{ name: validate, args: [] }];
  if (isArray(validate)) {
    return validate.flatMap((name) => (typeof name === 'string' ? [{ name, args: [] }] : []));
  }
  if (!isObject(validate)) return [];
  return Object.entries(validate).flatMap(([name, given]) => {
    // Arguments by their names are for PHP to find.
    if (isObject(given)) return [];
    return [{ name, args: isArray(given) ? given : [given] }];
  });
});
