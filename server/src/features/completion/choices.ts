import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { fieldTypes } from '../../kirby/field-types/index.ts';
import { separatedItems, separatorOf } from '../../kirby/field-types/separated.ts';
import { storages } from '../../kirby/field-types/storage.ts';
import { phpDate } from '../../kirby/kirbytext/php-date.ts';
import { phpTrim } from '../../kirby/text/php.ts';
import { learnedField } from '../../site/learned-field.ts';
import { fieldEnvironment } from '../../site/forms.ts';
import type { CompletionContext, CompletionItem } from './completion.ts';
import { say } from '../../kirby/text/say.ts';

/** A value that may be written, as the file keeps it. */
export interface Choice {
  readonly text: string;
  /** What it stands for, or why it is offered. */
  readonly detail?: string;
}

/** Of values that other pages have so many are offered. */
const mostLearned = 50;

/**
 * What an author may want to write into a field, the likeliest first: its options, words and dates of
 * its type, and for the file's own fields what other pages of the template have.
 *
 * @param key the field's key in the content file; `undefined` for a field inside of another one
 */
export function choicesOf(
  definition: FieldDefinition,
  key: string | undefined,
  context: CompletionContext,
): readonly Choice[] {
  const { site, file, now } = context;
  if (site === undefined || file === undefined) return staticChoices(definition);
  const environment = fieldEnvironment(site, file);
  const options = environment.optionsOf(definition);
  const known =
    options.status === 'known' ? options.options.map(optionChoice) : staticChoices(definition);
  const suggested = (fieldTypes.get(definition.type)?.suggest?.(definition, environment) ?? []).map(
    ({ text, detail }): Choice => ({ text, ...(detail !== undefined && { detail }) }),
  );
  const learned = key === undefined ? [] : learnedChoices(definition, key, context);
  const all = unique([...known, ...dateChoices(definition, now), ...suggested, ...learned]);
  return storages.get(definition.type) === 'separated' ? withoutSeparator(all, definition) : all;
}

/** In a list that is one text, a value with the separator in it would be two. */
function withoutSeparator(
  choices: readonly Choice[],
  definition: FieldDefinition,
): readonly Choice[] {
  const separator = separatorOf(definition);
  return choices.filter(({ text }) => !text.includes(separator));
}

function staticChoices({ options }: FieldDefinition): readonly Choice[] {
  return (options ?? []).map(optionChoice);
}

function optionChoice({ value, text }: { readonly value: string; readonly text: string }): Choice {
  return text === value ? { text: value } : { text: value, detail: text };
}

/** Today and the time of day, in the form in which the field stores them. */
function dateChoices({ type, props }: FieldDefinition, now: Date | undefined): readonly Choice[] {
  if (now === undefined || (type !== 'date' && type !== 'time')) return [];
  const { format, time } = props;
  const isTimed = type === 'date' && time !== undefined && time !== false;
  const usual = type === 'time' ? 'H:i:s' : isTimed ? 'Y-m-d H:i:s' : 'Y-m-d';
  const text = phpDate(typeof format === 'string' && format !== '' ? format : usual, now);
  const detail = type === 'time' ? say`Now` : isTimed ? say`Today, now` : say`Today`;
  return text === undefined ? [] : [{ text, detail }];
}

/** Types of which what others have written is worth repeating. */
const repeated: ReadonlySet<string> = new Set([
  'color',
  'multiselect',
  'number',
  'radio',
  'range',
  'select',
  'tags',
  'text',
  'toggles',
]);

/** The values of other pages by how many have each: tags on the site, authors, categories. */
function learnedChoices(
  definition: FieldDefinition,
  key: string,
  { site, file }: CompletionContext,
): readonly Choice[] {
  if (site === undefined || file?.model.kind !== 'page' || !repeated.has(definition.type))
    return [];
  const isList = storages.get(definition.type) === 'separated';
  const counts = new Map<string, number>();
  for (const [value, count] of site.valuesOf(file.model.page.template, key)) {
    const items = isList
      ? separatedItems(value, separatorOf(definition)).map((item) => item.text)
      : [phpTrim(value)];
    for (const item of items) counts.set(item, (counts.get(item) ?? 0) + count);
  }
  // Of a text that stands once nobody can say that it will stand again.
  const least = isList ? 1 : 2;
  return [...counts]
    .filter(([text, count]) => text !== '' && count >= least)
    .sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1))
    .slice(0, mostLearned)
    .map(([text, count]) => ({
      text,
      detail: count === 1 ? say`On 1 page` : say`On ${count} pages`,
    }));
}

/** The values that a field without a definition has on other pages more than once. */
export function learnedValues(key: string, { site, file }: CompletionContext): readonly Choice[] {
  if (site === undefined || file?.model.kind !== 'page') return [];
  const learned = learnedField(site, file.model.page.template, key);
  return [...(learned?.values ?? [])]
    .slice(0, mostLearned)
    .map(([text, count]) => ({ text, detail: say`On ${count} pages` }));
}

function unique(choices: readonly Choice[]): readonly Choice[] {
  const seen = new Set<string>();
  return choices.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** What all suggestions of choices have in common; they keep their order. */
export function choiceItem(
  { text, detail }: Choice,
  index: number,
): Omit<CompletionItem, 'insert'> {
  return {
    label: text,
    ...(detail !== undefined && { detail }),
    kind: 'value',
    sortText: String(index).padStart(3, '0'),
    filterText: text,
  };
}
