import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';
import { checkLength, describeText } from './text-checks.ts';
import { checkValidate } from './validate-prop.ts';

/** KirbyText or Markdown, trimmed (`kirby/config/fields/textarea.php`). */
export const textarea: FieldType = {
  type: 'textarea',
  read: readText,
  *check(value) {
    yield* checkLength(value);
    yield* checkValidate(value);
  },
  describe: describeText,
};
