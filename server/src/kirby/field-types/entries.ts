import { isArray } from '../json/value.ts';
import { contentsOf } from '../values/contents.ts';
import type { FieldType } from './field-type.ts';
import { checkItemCount } from './item-count.ts';
import { describeLimits } from './limits.ts';
import { readCollection } from './read-collection.ts';
import { say } from '../text/say.ts';

/** Values of one kind (`Kirby\Form\Field\EntriesField`). */
export const entries: FieldType = {
  type: 'entries',
  read: readCollection,
  *check(value, { yamlHandler }) {
    const holder = contentsOf(value, yamlHandler);
    if (holder === undefined || !isArray(holder.value)) return;
    yield* checkItemCount(value, {
      items: holder.value.length,
      names: [say`entry`, say`entries`],
      surplus: (index) => ({ item: { holder, path: [index] } }),
    });
  },
  describe: (definition) => [
    say`A list of values (${definition.entry?.type ?? 'text'}), one a line with a hyphen before it.`,
    ...describeLimits(definition, say`entry`, say`entries`),
  ],
};
