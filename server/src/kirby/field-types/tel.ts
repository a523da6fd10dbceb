import type { FieldType } from './field-type.ts';
import { readLine } from './read-text.ts';
import { checkLength, checkPattern, describeText } from './text-checks.ts';

/** A phone number in any form (`kirby/config/fields/tel.php`). */
export const tel: FieldType = {
  type: 'tel',
  read: readLine,
  *check(value) {
    yield* checkLength(value);
    yield* checkPattern(value);
  },
  describe: (definition) => [
    ...describeText(definition),
    'A phone number; Kirby does not check its form.',
  ],
};
