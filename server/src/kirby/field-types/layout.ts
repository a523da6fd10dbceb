import { isPhpEmpty } from '../blocks/php.ts';
import { isArray, isObject, type JsonValue, parseJson } from '../json/value.ts';
import { contentsOf } from '../values/contents.ts';
import { describeFields, listed } from './describe-fields.ts';
import type { FieldType } from './field-type.ts';
import { checkInnerJson } from './inner-json.ts';
import { say } from '../text/say.ts';

/**
 * Rows of columns of blocks (`Kirby\Form\Field\LayoutField`). What is no JSON is no row. `min` and
 * `max` are counted in the Panel alone.
 */
export const layout: FieldType = {
  type: 'layout',
  read: (value) => rowsOf(typeof value === 'string' ? parseJson(value) : value),
  *check(value, { yamlHandler }) {
    if (contentsOf(value, yamlHandler) === undefined) yield* checkInnerJson(value, 'layout');
  },
  describe: ({ layouts = [], fieldsets, settings }) => [
    say`Rows of columns with blocks, as JSON.`,
    ...listed(
      layouts.map((widths) => `\`${widths.join(', ')}\``),
      say`Columns of a row:`,
    ),
    ...listed(
      [...(fieldsets?.keys() ?? [])].map((type) => `\`${type}\``),
      say`Types of blocks:`,
    ),
    ...describeFields(settings, say`Settings of a row:`),
  ],
};

/** `Kirby\Cms\Layouts::parse()`: one row by itself is a list of one. */
function rowsOf(value: JsonValue | undefined): JsonValue {
  if (isArray(value)) return value;
  if (!isObject(value) || isPhpEmpty(value)) return [];
  return 'columns' in value || 'id' in value ? [value] : Object.values(value);
}
