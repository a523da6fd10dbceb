import type { FieldValue } from '../values/field-value.ts';
import type { FieldType, ValueProblem } from './field-type.ts';
import { readLine } from './read-text.ts';
import { scalarText } from './scalar.ts';
import { checkLength, checkPattern, describeText } from './text-checks.ts';
import { checkValidate } from './validate-prop.ts';
import { say } from '../text/say.ts';

/** A phone number in any form (`kirby/config/fields/tel.php`). */
export const tel: FieldType = {
  type: 'tel',
  read: readLine,
  *check(value) {
    yield* checkLength(value);
    yield* checkPattern(value);
    yield* checkValidate(value);
    yield* checkTel(value);
  },
  describe: (definition) => [
    ...describeText(definition),
    say`A phone number; Kirby does not check its form.`,
  ],
};

/**
 * What is no number to call. The Panel takes everything; `Html::tel()` makes a link of the digits and
 * the `+` that it finds.
 */
function* checkTel(value: FieldValue): Iterable<ValueProblem> {
  const text = scalarText(value);
  if (text === '' || isCallable(text)) return;
  yield {
    code: 'invalid-tel',
    message: say`"${text}" does not look like a phone number. Kirby takes it as it is, and a link made of it calls only the digits in it; write the number alone.`,
  };
}

/** Digits with what people put between them, with a `+` at the start at most, and an extension. */
function isCallable(text: string): boolean {
  const [number = ''] = text.split(/[\s,;]*(?:ext(?:ension)?|x|dw|#)[.:\s]*(?=\d+$)/iu, 1);
  return /\d/.test(number) && /^[(\s]*\+?[\d\s().\-/\u2010-\u2015\u00a0*#]*$/u.test(number);
}
