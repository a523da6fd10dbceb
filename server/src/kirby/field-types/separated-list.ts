import type { FieldDefinition, FieldOption } from '../blueprint/blueprint.ts';
import { isArray } from '../json/value.ts';
import { memo } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import { type FieldValue, replacedWithin } from '../values/field-value.ts';
import type { FieldEnvironment, FieldType, ValueFix, ValueProblem } from './field-type.ts';
import { checkItemCount } from './item-count.ts';
import { describeLimits } from './limits.ts';
import { checkListed, isListed } from './listed.ts';
import { nearOptions, optionTitle } from './near-option.ts';
import { readSeparated, separatedItems, separatorOf } from './separated.ts';
import { say } from '../text/say.ts';

/** Several values in one text: checkboxes, multiselect and tags. */
export function separatedType(type: string): FieldType {
  return {
    type,
    read: readChosen,
    check: checkSeparated,
    describe: (definition) => describeSeparated(definition),
  };
}

/** The values; of those that have to be options only the ones that are. */
const readChosen: FieldType['read'] = (value, definition, environment) => {
  const items = readSeparated(value, definition);
  if (!isArray(items) || items.length === 0 || !isLimited(definition)) return items;
  const list = environment.optionsOf(definition);
  if (list.status === 'unknown' || list.options.length === 0) return undefined;
  const known = valuesOf(list.options);
  return items.filter((item) => typeof item === 'string' && known.has(item));
};

/** Whether what is no option is taken away. A multiselect field does so whatever its `accept` says. */
function isLimited({ type, props }: FieldDefinition): boolean {
  return type !== 'tags' || props['accept'] === 'options';
}

const valuesOf = memo(
  (options: readonly FieldOption[]): ReadonlySet<string> =>
    new Set(options.map(({ value }) => value)),
);

/** One value, and where it stands. */
interface Item {
  readonly text: string;
  readonly index: number;
  readonly place: Pick<ValueProblem, 'within' | 'item'>;
}

function* checkSeparated(value: FieldValue, environment: FieldEnvironment): Iterable<ValueProblem> {
  const { definition } = value;
  if (typeof value.value === 'string' && isListed(value.value)) {
    yield checkListed(value, value.value, separatorOf(definition));
    return;
  }
  const items = itemsOf(value);
  if (items.length === 0) return;
  const list = environment.optionsOf(definition);
  const limited = isLimited(definition);
  let isUnsure = limited && (list.status === 'unknown' || list.options.length === 0);
  if (limited && list.status === 'known' && list.options.length > 0) {
    const known = valuesOf(list.options);
    for (const item of items) {
      if (known.has(item.text)) continue;
      isUnsure = true;
      yield unknownOption(value, items, item, list.options);
    }
  }
  yield* duplicates(value, items);
  yield* checkItemCount(value, {
    items: items.length,
    names: [say`value`, say`values`],
    surplus: (index) => surplusPlace(items, index),
    isUnsure,
  });
}

function itemsOf(value: FieldValue): readonly Item[] {
  const { holder, path, definition } = value;
  if (isArray(value.value)) {
    return value.value.flatMap((item, index) =>
      typeof item === 'string' && item.trim() !== ''
        ? [{ text: item.trim(), index, place: { item: { holder, path: [...path, index] } } }]
        : [],
    );
  }
  if (typeof value.value !== 'string') return [];
  return separatedItems(value.value, separatorOf(definition)).map(({ text, span }, index) => ({
    text,
    index,
    place: { within: span },
  }));
}

/** From one item to the end of the list. */
function surplusPlace(items: readonly Item[], from: number): Item['place'] {
  const [first, last] = [items[from]?.place, items.at(-1)?.place];
  if (first?.within === undefined || last?.within === undefined) return first ?? {};
  return { within: { start: first.within.start, end: last.within.end } };
}

function unknownOption(
  value: FieldValue,
  items: readonly Item[],
  item: Item,
  options: readonly FieldOption[],
): ValueProblem {
  const near = nearOptions(item.text, options);
  const [likeliest] = near;
  const advice =
    likeliest === undefined
      ? say`choose an option or remove it.`
      : say`did you mean ${optionTitle(likeliest)}?`;
  return {
    code: 'unknown-option',
    message: say`"${item.text}" is not among the options of this field. The next save in the Panel removes it; ${advice}`,
    ...item.place,
    fixes: () => [
      ...near.flatMap((option) => useOption(value, item, option)),
      ...removeItem(value, items, item, false),
    ],
  };
}

/** A value that holds the separator cannot be written in such a list. */
function useOption(value: FieldValue, item: Item, option: FieldOption): readonly ValueFix[] {
  const isText = item.place.within !== undefined;
  if (isText && option.value.includes(separatorOf(value.definition))) return [];
  const edits = replacedItem(value, item, option.value);
  return edits === undefined
    ? []
    : [{ title: say`Use ${optionTitle(option)}`, edits, safe: false }];
}

function replacedItem(
  value: FieldValue,
  { place }: Item,
  text: string,
): ValueFix['edits'] | undefined {
  if (place.within !== undefined) return replacedWithin(value, place.within, text);
  return place.item?.holder.change({ kind: 'set', path: place.item.path, value: text });
}

function* duplicates(value: FieldValue, items: readonly Item[]): Iterable<ValueProblem> {
  if (items.length < 2) return;
  const seen = new Set<string>();
  for (const item of items) {
    if (!seen.has(item.text)) {
      seen.add(item.text);
      continue;
    }
    yield {
      code: 'duplicate-item',
      message: say`"${item.text}" stands here twice. Kirby keeps both, and templates get it twice; remove one.`,
      ...item.place,
      fixes: () => removeItem(value, items, item, true),
    };
  }
}

/** Takes an item out together with what parts it from the one before, or from the next. */
function removeItem(
  value: FieldValue,
  items: readonly Item[],
  { text, index, place }: Item,
  safe: boolean,
): readonly ValueFix[] {
  const edits =
    place.within === undefined
      ? place.item?.holder.change({ kind: 'remove', path: place.item.path })
      : replacedWithin(value, spanToRemove(items, index, place.within), '');
  return edits === undefined ? [] : [{ title: say`Remove "${text}"`, edits, safe }];
}

function spanToRemove(items: readonly Item[], index: number, own: Span): Span {
  const [before, next] = [items[index - 1]?.place.within, items[index + 1]?.place.within];
  if (before !== undefined) return { start: before.end, end: own.end };
  return { start: own.start, end: next?.start ?? own.end };
}

function describeSeparated(definition: FieldDefinition): readonly string[] {
  const separator = separatorOf(definition);
  const between = separator === ',' ? say`commas` : `\`${separator.trim()}\``;
  return [
    say`Values on one line, with ${between} between them.`,
    ...(isLimited(definition) ? [say`Only its options.`] : []),
    ...describeLimits(definition, say`value`, say`values`),
  ];
}
