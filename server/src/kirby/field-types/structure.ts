import type { FieldDefinition } from '../blueprint/blueprint.ts';
import { phpEntries, isPhpArray } from '../blocks/php.ts';
import { isArray, isObject, type JsonValue } from '../json/value.ts';
import { contentsOf } from '../values/contents.ts';
import type { FieldType } from './field-type.ts';
import { describeFields } from './describe-fields.ts';
import { checkItemCount } from './item-count.ts';
import { describeLimits } from './limits.ts';
import { readCollection } from './read-collection.ts';
import { say } from '../text/say.ts';

/** Rows of fields (`kirby/config/fields/structure.php`). What is no map is no row. */
export const structure: FieldType = {
  type: 'structure',
  read: (value, definition, environment) => rowsOf(readCollection(value, definition, environment)),
  *check(value, { yamlHandler }) {
    const holder = contentsOf(value, yamlHandler);
    if (holder === undefined || !isArray(holder.value)) return;
    const rows = [...holder.value.entries()].filter(([, row]) => isPhpArray(row));
    yield* checkItemCount(value, {
      items: rows.length,
      names: [say`row`, say`rows`],
      surplus: (index) => ({
        item: { holder, path: [rows[index]?.[0] ?? index], part: 'opening' },
      }),
    });
  },
  describe: (definition: FieldDefinition) => [
    say`Rows of fields, each with a hyphen before it.`,
    ...describeFields(definition.fields, say`Fields of a row:`),
    ...describeLimits(definition, say`row`, say`rows`),
  ],
};

function rowsOf(value: JsonValue | undefined): JsonValue | undefined {
  if (!isArray(value) && !isObject(value)) return value;
  return phpEntries(value).flatMap(([, row]) => (isPhpArray(row) ? [row] : []));
}
