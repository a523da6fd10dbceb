import type { FieldType } from './field-type.ts';
import { readText } from './read-text.ts';
import { checkLength, describeText } from './text-checks.ts';

/** KirbyText or Markdown, trimmed (`kirby/config/fields/textarea.php`). */
export const textarea: FieldType = {
  type: 'textarea',
  read: readText,
  check: checkLength,
  describe: describeText,
};
