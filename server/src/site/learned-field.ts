import { fieldName } from '../kirby/content/parse.ts';
import { separatedItems } from '../kirby/field-types/separated.ts';
import type { Site } from './site.ts';
import { say } from '../kirby/text/say.ts';

/** What the other pages of a template tell of a field. Good enough to offer, never to complain. */
export interface LearnedField {
  /** As most files spell it: `My-field`. */
  readonly written: string;
  /** How many pages have it, and how many there are. */
  readonly pages: number;
  readonly of: number;
  /** What its values look like; `undefined` where they have nothing in common, or are long. */
  readonly looks: LearnedLooks | undefined;
  /** The values that stand more than once, by how often; of lists their items. */
  readonly values: ReadonlyMap<string, number>;
}

export type LearnedLooks =
  'a date' | 'a number' | 'a color' | 'an address' | 'yes or no' | 'a list' | 'a choice';

/** What is learned of one field, by its name as Kirby keys it: `my_field`. */
export function learnedField(site: Site, template: string, name: string): LearnedField | undefined {
  const { pages, counts } = site.fieldCountsOf(template);
  for (const [written, count] of counts) {
    if (fieldName(written) !== name) continue;
    return learn(written, count, pages, site.valuesOf(template, name));
  }
  return undefined;
}

const looksInWords: Readonly<Record<LearnedLooks, () => string>> = {
  'a date': () => say`a date`,
  'a number': () => say`a number`,
  'a color': () => say`a color`,
  'an address': () => say`an address`,
  'yes or no': () => say`yes or no`,
  'a list': () => say`a list`,
  'a choice': () => say`a choice`,
};

/** In a few words: `On 12 of 15 pages, a date`. */
export function learnedNote({ pages, of, looks }: LearnedField): string {
  const share = say`On ${pages} of ${of} pages`;
  return looks === undefined ? share : `${share}, ${looksInWords[looks]()}`;
}

/** The fields that pages of a template have, the commonest first. */
export function learnedFields(site: Site, template: string): readonly LearnedField[] {
  const { pages, counts } = site.fieldCountsOf(template);
  return [...counts].map(([written, count]) =>
    learn(written, count, pages, site.valuesOf(template, fieldName(written))),
  );
}

function learn(
  written: string,
  pages: number,
  of: number,
  found: ReadonlyMap<string, number>,
): LearnedField {
  const texts = [...found.keys()];
  const shape = shapes.find(
    ([pattern]) => texts.length > 0 && texts.every((text) => pattern.test(text)),
  );
  const isList = shape === undefined && isListOfWords(found);
  const values = repeated(isList ? itemsOf(found) : found);
  const isChoice = shape === undefined && values.size > 0 && values.size === texts.length;
  const looks = shape?.[1] ?? (isList ? 'a list' : isChoice ? 'a choice' : undefined);
  return { written, pages, of, looks, values };
}

const shapes: readonly (readonly [RegExp, LearnedLooks])[] = [
  [/^(?:true|false)$/, 'yes or no'],
  [/^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?$/, 'a date'],
  [/^-?\d+(?:\.\d+)?$/, 'a number'],
  [/^#[\da-f]{3,8}$/i, 'a color'],
  [/^https?:\/\/\S+$/, 'an address'],
];

/** Some word comes more than once, in front of different others. */
function isListOfWords(found: ReadonlyMap<string, number>): boolean {
  const lists = [...found.keys()].filter((text) => text.includes(', '));
  return lists.length > 0 && repeated(itemsOf(found)).size > 0;
}

function itemsOf(found: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const items = new Map<string, number>();
  for (const [value, count] of found) {
    for (const { text } of separatedItems(value, ',')) {
      items.set(text, (items.get(text) ?? 0) + count);
    }
  }
  return items;
}

function repeated(values: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map(
    [...values].filter(([, count]) => count > 1).sort(([, first], [, second]) => second - first),
  );
}
