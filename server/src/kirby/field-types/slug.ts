import type { FieldType } from './field-type.ts';
import { readLine } from './read-text.ts';
import { checkLength, checkPattern, describeText } from './text-checks.ts';
import { checkValidate } from './validate-prop.ts';
import { say } from '../text/say.ts';

/** A part of an address (`kirby/config/fields/slug.php`). The server does not look at its form. */
export const slug: FieldType = {
  type: 'slug',
  read: readLine,
  *check(value) {
    yield* checkLength(value);
    yield* checkPattern(value);
    yield* checkValidate(value);
  },
  describe: (definition) => [
    ...describeText(definition),
    say`The Panel turns what stands here into a slug, such as \`my-page\`.`,
  ],
};
