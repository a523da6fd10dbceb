import { isEmail } from '../validate/email.ts';
import type { FieldValue } from '../values/field-value.ts';
import type { FieldType, ValueFix, ValueProblem } from './field-type.ts';
import { readLine } from './read-text.ts';
import { scalarText, useText } from './scalar.ts';
import { checkLength, describeText } from './text-checks.ts';
import { checkValidate } from './validate-prop.ts';
import { say } from '../text/say.ts';

/** An email address (`kirby/config/fields/email.php`). Its `pattern` is the browser's business. */
export const email: FieldType = {
  type: 'email',
  read: readLine,
  *check(value) {
    yield* checkLength(value);
    yield* checkEmail(value);
    yield* checkValidate(value);
  },
  describe: (definition) => [
    ...describeText(definition),
    say`An email address, such as \`name@example.com\`.`,
  ],
};

function* checkEmail(value: FieldValue): Iterable<ValueProblem> {
  const text = scalarText(value);
  if (text === '' || isEmail(text)) return;
  yield {
    code: 'invalid-email',
    message: say`"${text}" is no email address.`,
    isRefused: true,
    advice: say`write one address such as name@example.com`,
    fixes: () => addressIn(value, text),
  };
}

/** `mailto:a@b.com`, `Name <a@b.com>` */
function addressIn(value: FieldValue, text: string): readonly ValueFix[] {
  const bare = text.replace(/^mailto:\s*/i, '');
  if (bare !== text && isEmail(bare)) return useText(value, bare, say`Use ${bare}`, true);
  const inside = /^[^<>]*<([^<>\s]+)>$/.exec(text)?.[1];
  return inside !== undefined && isEmail(inside) ? useText(value, inside) : [];
}
