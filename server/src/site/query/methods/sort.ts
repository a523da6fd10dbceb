import { asciiLower } from '../../../kirby/text/php.ts';
import { naturalOrder } from '../../natural-order.ts';
import {
  type Arguments,
  type Collection,
  type CollectionItem,
  type QueryContext,
  strings,
  textOf,
} from '../value.ts';

/** `sortBy("date", "desc", "title")` (`Kirby\Toolkit\Collection::sort()`): naturally, without case. */
export function sort(
  self: Collection,
  args: Arguments,
  context: QueryContext,
): Collection | undefined {
  const words = strings(args);
  if (words === undefined || words.length === 0) return undefined;
  const keys: { readonly values: ReadonlyMap<CollectionItem, string>; direction: 1 | -1 }[] = [];
  for (const word of words) {
    const direction = directions.get(asciiLower(word));
    const last = keys.at(-1);
    if (direction === undefined) {
      const values = valuesOf(self, word, context);
      if (values === undefined) return undefined;
      keys.push({ values, direction: 1 });
    } else if (last === undefined) {
      return undefined;
    } else {
      last.direction = direction;
    }
  }
  const compare = (a: CollectionItem, b: CollectionItem): number => {
    for (const { values, direction } of keys) {
      const order = naturalOrder(values.get(a) ?? '', values.get(b) ?? '');
      if (order !== 0) return order * direction;
    }
    return a.kind === 'row' || b.kind === 'row' || a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
  };
  return { ...self, items: [...self.items].sort(compare) };
}

const directions: ReadonlyMap<string, 1 | -1> = new Map([
  ['asc', 1],
  ['desc', -1],
]);

function valuesOf(
  { items }: Collection,
  name: string,
  context: QueryContext,
): ReadonlyMap<CollectionItem, string> | undefined {
  const values = new Map<CollectionItem, string>();
  for (const item of items) {
    const text = textOf(context.attribute(item, name));
    if (text === undefined) return undefined;
    values.set(item, asciiLower(text));
  }
  return values;
}
