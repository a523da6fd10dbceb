import type { FieldType } from './field-type.ts';
import { checkNumber, describeNumber, readNumber } from './number.ts';

/** A number on a slider (`kirby/config/fields/range.php`). */
export const range: FieldType = {
  type: 'range',
  read: readNumber,
  *check(value) {
    yield* checkNumber(value);
  },
  describe: describeNumber,
};
