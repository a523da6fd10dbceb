import { isUrl } from '../validate/url.ts';
import type { FieldValue } from '../values/field-value.ts';
import type { FieldType, ValueProblem } from './field-type.ts';
import { readLine } from './read-text.ts';
import { scalarText, useText } from './scalar.ts';
import { checkLength, describeText } from './text-checks.ts';
import { checkValidate } from './validate-prop.ts';
import { say } from '../text/say.ts';

/** The address of something on the web (`kirby/config/fields/url.php`). */
export const url: FieldType = {
  type: 'url',
  read: readLine,
  *check(value) {
    yield* checkLength(value);
    yield* checkUrl(value);
    yield* checkValidate(value);
  },
  describe: (definition) => [
    ...describeText(definition),
    say`A full address with its host, such as \`https://example.com/page\`.`,
  ],
};

function* checkUrl(value: FieldValue): Iterable<ValueProblem> {
  const text = scalarText(value);
  if (text === '' || isUrl(text)) return;
  yield {
    code: 'invalid-url',
    message: say`"${text}" is no full address.`,
    isRefused: true,
    advice: say`write an address such as https://example.com`,
    fixes: () =>
      [`https://${text}`, text.replaceAll(' ', '%20')]
        .filter(isUrl)
        .flatMap((address) => useText(value, address)),
  };
}
