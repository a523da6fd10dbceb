import { asciiLower } from '../../../kirby/text/php.ts';
import {
  type Arguments,
  type Collection,
  type CollectionItem,
  type Method,
  type Methods,
  onlyNumber,
  plain,
  type QueryContext,
  type QueryValue,
  scalar,
  strings,
  textOf,
} from '../value.ts';
import { splitText } from './field.ts';
import { filter } from './filter.ts';
import { sort } from './sort.ts';

/** What pages, files and structures answer alike (`Kirby\Toolkit\Collection`). */
export const collectionMethods: Methods<Collection> = new Map<string, Method<Collection>>([
  ['filter', filter],
  ['filterby', filter],
  ['sort', sort],
  ['sortby', sort],
  ['pluck', pluck],
  ['not', not],
  ['without', not],
  ['limit', sliced((items, count) => items.slice(0, count))],
  ['offset', sliced((items, count) => items.slice(count))],
  ['nth', (self, args) => nth(self, onlyNumber(args))],
  ['flip', plain((self) => ({ ...self, items: [...self.items].reverse() }))],
  ['first', plain((self) => self.items[0] ?? scalar(undefined))],
  ['last', plain((self) => self.items.at(-1) ?? scalar(undefined))],
  ['count', plain((self) => scalar(self.items.length))],
  ['isempty', plain((self) => scalar(self.items.length === 0))],
  ['isnotempty', plain((self) => scalar(self.items.length > 0))],
]);

/** A name or a list of names that is the only argument. */
export function texts(args: Arguments): readonly string[] | undefined {
  const [given, ...more] = args ?? [];
  if (given === undefined || more.length > 0) return undefined;
  const names = strings(given.kind === 'list' ? given.items : [given]);
  // Kirby takes everything for an empty name.
  return names === undefined || names.length === 0 || names.includes('') ? undefined : names;
}

function nth(self: Collection, place: number | undefined): QueryValue | undefined {
  return place === undefined || place < 0 ? undefined : (self.items[place] ?? scalar(undefined));
}

function sliced(
  slice: (items: readonly CollectionItem[], count: number) => readonly CollectionItem[],
): Method<Collection> {
  return (self, args) => {
    const count = onlyNumber(args);
    return count === undefined || count < 0
      ? undefined
      : { ...self, items: slice(self.items, count) };
  };
}

/** By ids, or by pages and files themselves. */
function not(self: Collection, args: Arguments): Collection | undefined {
  if (self.of === 'structure' || args === undefined) return undefined;
  const ids = new Set<string>();
  for (const arg of args) {
    const isKey = arg?.kind === 'page' || arg?.kind === 'file' || arg?.kind === 'scalar';
    const id = isKey ? textOf(arg) : undefined;
    if (id === undefined || id !== asciiLower(id)) return undefined;
    ids.add(id);
  }
  return { ...self, items: self.items.filter((item) => item.kind === 'row' || !ids.has(item.id)) };
}

/** The values of one field, `pluck("tags", ",", true)`: split, each once. */
function pluck(self: Collection, args: Arguments, context: QueryContext): QueryValue | undefined {
  const [name, separator, unique, ...more] = args ?? [];
  if (name?.kind !== 'scalar' || typeof name.value !== 'string' || more.length > 0)
    return undefined;
  const mark = pluckSeparator(separator, args?.length ?? 0);
  if (mark === false) return undefined;
  const found: string[] = [];
  for (const item of self.items) {
    const value = context.attribute(item, name.value);
    const text = value?.kind === 'field' || value?.kind === 'scalar' ? textOf(value) : undefined;
    // Of nothing Kirby can make no option.
    const isNothing = value?.kind === 'scalar' && value.value === undefined;
    if (text === undefined || (isNothing && mark === undefined)) return undefined;
    if (mark === undefined) found.push(text);
    else for (const part of splitText(text, mark)) found.push(part);
  }
  const isUnique = unique?.kind === 'scalar' && unique.value === true;
  const values = isUnique ? [...new Set(found)] : found;
  return { kind: 'list', items: values.map((text) => scalar(text)) };
}

function pluckSeparator(
  separator: QueryValue | undefined,
  count: number,
): string | false | undefined {
  if (count < 2) return undefined;
  if (separator?.kind !== 'scalar') return false;
  const { value } = separator;
  if (value === undefined) return undefined;
  return typeof value === 'string' && value !== '' ? value : false;
}
