import type { FieldDefinition, FieldOption } from '../kirby/blueprint/blueprint.ts';
import { isSet, mapOf } from '../kirby/blueprint/raw.ts';
import type { OptionList } from '../kirby/field-types/field-type.ts';
import { isObject, type JsonValue } from '../kirby/json/value.ts';
import { queryContext, withNames } from './query/context.ts';
import { fillTemplate, runQuery } from './query/evaluate.ts';
import type { QueryContext, QueryValue } from './query/value.ts';
import type { Model, Site } from './site.ts';

/**
 * The options of a choice field in a page, file, site or user, also those that a query gives
 * (`Kirby\Field\FieldOptions`). Remembered for each definition as long as the site stays as it is.
 */
export function optionsOf(definition: FieldDefinition, model: Model, site: Site): OptionList {
  if (definition.options !== undefined) return { status: 'known', options: definition.options };
  const source = sourceOf(definition);
  if (source === undefined) return unknown;
  if (source === 'none') return none;
  const answers = answersFor(definition, site);
  const key = dependsOnModel(source) ? keyOf(model) : '';
  let answer = answers.get(key);
  if (answer === undefined) {
    answer = runSource(source, queryContext(model, site));
    answers.set(key, answer);
  }
  return answer;
}

/** A query with the templates of what is stored and what is shown of each result. */
interface OptionSource {
  readonly query: string;
  readonly value: string | undefined;
  readonly text: string | undefined;
}

/**
 * Whether the answer may be another one for each page: what begins at `site` or `kirby` and names
 * nothing of the page is asked once for all.
 */
function dependsOnModel({ query, value = '', text = '' }: OptionSource): boolean {
  const isOfSite = /^\s*(?:site|kirby)\b/i.test(query);
  return (
    !isOfSite || [query, value, text].some((part) => /\b(?:page|file|user|model)\b/i.test(part))
  );
}

const unknown: OptionList = { status: 'unknown' };
const none: OptionList = { status: 'known', options: [] };

const choosing: ReadonlySet<string> = new Set([
  'select',
  'radio',
  'toggles',
  'checkboxes',
  'multiselect',
  'tags',
]);

/** `FieldOptions::polyfill()`: `options: query`, `options: { type: query }`, `options: site.children`. */
function sourceOf({ type, props }: FieldDefinition): OptionSource | 'none' | undefined {
  const options = props['options'];
  if (!choosing.has(type)) return undefined;
  if (!isSet(options)) return 'none';
  if (options === 'api') return undefined;
  if (options === 'query') return sourceFrom(props['query']);
  if (typeof options === 'string') return { query: options, value: undefined, text: undefined };
  return isObject(options) && options['type'] === 'query' ? sourceFrom(options) : undefined;
}

function sourceFrom(given: JsonValue | undefined): OptionSource | undefined {
  const props = typeof given === 'string' ? { query: given } : mapOf(given);
  const query = isSet(props['query']) ? props['query'] : props['fetch'];
  const [value, text] = [props['value'], props['text']];
  if (typeof query !== 'string' || !isTemplate(value) || !isTemplate(text)) return undefined;
  return { query, value: value ?? undefined, text: text ?? undefined };
}

function isTemplate(value: JsonValue | undefined): value is string | null | undefined {
  return !isSet(value) || typeof value === 'string';
}

function runSource(source: OptionSource, context: QueryContext): OptionList {
  const items = itemsOf(runQuery(source.query, context));
  if (items === undefined) return unknown;
  const options: FieldOption[] = [];
  for (const item of items) {
    const option = optionFrom(item, source, context);
    if (option === undefined) return unknown;
    options.push(option);
  }
  return { status: 'known', options };
}

/** What Kirby makes options of; anything else than a collection or a list it refuses. */
function itemsOf(value: QueryValue | undefined): readonly QueryValue[] | undefined {
  if (value?.kind === 'collection') return value.items;
  if (value?.kind !== 'list') return undefined;
  return value.items.map((item, index) => ({ kind: 'item', key: String(index), value: item }));
}

/** A text that is not known does no harm: the value is shown in its place. */
function optionFrom(
  item: QueryValue,
  source: OptionSource,
  context: QueryContext,
): FieldOption | undefined {
  const usual = usualTemplates(item);
  const names = [['item', item] as const, [usual.alias, item] as const];
  const stored = withNames(context, names, false);
  const value = fillTemplate(source.value ?? usual.value, 'plain', stored);
  if (value === undefined) return undefined;
  const shown = withNames(context, names, true);
  return { value, text: fillTemplate(source.text ?? usual.text, 'safe', shown) ?? value };
}

interface Usual {
  readonly alias: string;
  readonly value: string;
  readonly text: string;
}

/** `Kirby\Option\OptionsQuery::itemToDefaults()`. */
function usualTemplates(item: QueryValue): Usual {
  switch (item.kind) {
    case 'page':
      return { alias: 'page', value: '{{ page.id }}', text: '{{ page.title }}' };
    case 'file':
      return { alias: 'file', value: '{{ file.id }}', text: '{{ file.filename }}' };
    case 'row':
      return {
        alias: 'structureItem',
        value: '{{ structureItem.id }}',
        text: '{{ structureItem.title }}',
      };
    case 'site':
    case 'kirby':
    case 'collection':
    case 'field':
    case 'scalar':
    case 'list':
    case 'item':
      return { alias: 'arrayItem', value: '{{ item.value }}', text: '{{ item.value }}' };
  }
}

interface Answers {
  readonly site: Site;
  readonly revision: number;
  readonly byModel: Map<string, OptionList>;
}

const remembered = new WeakMap<FieldDefinition, Answers>();

function answersFor(definition: FieldDefinition, site: Site): Map<string, OptionList> {
  const answers = remembered.get(definition);
  if (answers?.site === site && answers.revision === site.revision) return answers.byModel;
  const byModel = new Map<string, OptionList>();
  remembered.set(definition, { site, revision: site.revision, byModel });
  return byModel;
}

function keyOf(model: Model): string {
  switch (model.kind) {
    case 'site':
      return 'site';
    case 'page':
      return `page ${model.page.template} ${model.page.folder}`;
    case 'file':
      return `file ${model.file.path}`;
    case 'user':
      return `user ${model.id}`;
  }
}
