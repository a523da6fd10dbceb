import { isPhpEmpty } from '../blocks/php.ts';
import { isArray, parseJson } from '../json/value.ts';
import { phpTrim } from '../text/php.ts';
import { contentsOf } from '../values/contents.ts';
import { listed } from './describe-fields.ts';
import type { FieldType } from './field-type.ts';
import { checkInnerJson } from './inner-json.ts';
import { checkItemCount } from './item-count.ts';
import { describeLimits } from './limits.ts';
import { say } from '../text/say.ts';

/**
 * Blocks (`Kirby\Form\Field\BlocksField`). Of what is no JSON Kirby makes blocks of its own, as if
 * it were HTML.
 */
export const blocks: FieldType = {
  type: 'blocks',
  read: (value) => {
    if (value === undefined || value === null) return [];
    if (typeof value !== 'string') return isPhpEmpty(value) ? [] : value;
    if (phpTrim(value) === '') return [];
    const read = parseJson(value);
    if (typeof read !== 'object' || read === null) return undefined;
    return isPhpEmpty(read) ? [] : read;
  },
  *check(value, { yamlHandler }) {
    const holder = contentsOf(value, yamlHandler);
    if (holder === undefined) yield* checkInnerJson(value, 'blocks');
    if (holder === undefined || !isArray(holder.value)) return;
    yield* checkItemCount(value, {
      items: holder.value.length,
      names: [say`block`, say`blocks`],
      surplus: (index) => ({ item: { holder, path: [index], part: 'opening' } }),
    });
  },
  describe: (definition) => [
    say`Blocks as JSON.`,
    ...listed(typesOf(definition.fieldsets), 'Types:'),
    ...describeLimits(definition, say`block`, say`blocks`),
  ],
};

function typesOf(fieldsets: ReadonlyMap<string, unknown> | undefined): readonly string[] {
  return [...(fieldsets?.keys() ?? [])].map((type) => `\`${type}\``);
}
