import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { separatedItems, separatorOf } from '../../kirby/field-types/separated.ts';
import { storages } from '../../kirby/field-types/storage.ts';
import { jsonOf } from '../../kirby/json/json-text.ts';
import {
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  valueAt,
} from '../../kirby/json/value.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { choicesOf } from '../completion/choices.ts';
import { referencesFor } from '../completion/files.ts';
import { helpText } from '../help-text.ts';
import { Refusal } from './draft.ts';
import { losesNumbers } from './deep.ts';
import { structureFields } from './fields.ts';
import { isRow } from './new-items.ts';
import type { Operation, Place } from './operation.ts';
import { fieldAt, type Outcome, valueOf, type Work } from './perform.ts';
import { say } from '../../kirby/text/say.ts';

/** A setting of a row, with what an author may give it. */
export interface RowSetting {
  readonly key: string;
  readonly label: string;
  readonly help: string | undefined;
  /** `choice`: one of some; `list`: several; `number` and `text` are typed. */
  readonly kind: 'choice' | 'list' | 'number' | 'text';
  /** What it is by now; nothing where it is empty. */
  readonly values: readonly string[];
  readonly choices: readonly { readonly value: string; readonly detail: string | undefined }[];
  /** Whether other values than the choices may be given. */
  readonly isOpen: boolean;
}

/** The settings that the blueprint gives a row, those that are one line; of anything else none. */
export function rowSettings(context: RuleContext, { field, path }: Place): readonly RowSetting[] {
  const place = structureFields(context).find(({ index }) => index === field);
  const value = place && jsonOf(place.field).value;
  const row = value === undefined ? undefined : valueAt(value, path);
  if (!isRow(row)) return [];
  return [...(place?.definition?.settings ?? [])].flatMap(([key, definition]) => {
    const kind = kindOf(definition);
    if (kind === undefined) return [];
    const choices = choicesFor(definition, context);
    const { type, label, help } = definition;
    const isClosed = choices.length > 0 && closed.has(type);
    return [
      {
        key,
        label: label === '' ? key : label,
        help: help === undefined ? undefined : helpText(help),
        kind: kind === 'text' && choices.length > 0 ? 'choice' : kind,
        values: valuesOf(settingIn(row, key), definition),
        choices,
        isOpen: !isClosed,
      },
    ];
  });
}

/** Gives a setting other values, in the form in which Kirby keeps them in a row. */
export function changeSetting(
  work: Work,
  { item, key, values }: Extract<Operation, { readonly kind: 'setting' }>,
): Outcome {
  const { field, path } = item;
  const row = valueOf(work, item);
  const definition = fieldAt(work, field).definition?.settings?.get(key);
  if (!isRow(row) || definition === undefined || kindOf(definition) === undefined)
    throw new Refusal(say`The blueprint gives the row no such setting.`);
  const old = settingIn(row, key);
  const value = written(values, definition, old?.value);
  const { attrs } = row;
  const at = [...path, 'attrs'];
  // PHP writes an empty list for a row without settings.
  if (isObject(attrs))
    work.draft.change(field, { kind: 'set', path: [...at, old?.key ?? key], value });
  else work.draft.change(field, { kind: 'set', path: at, value: { [key]: value } });
  return { selected: [work.draft.follow(item)] };
}

const closed: ReadonlySet<string> = new Set([
  'checkboxes',
  'files',
  'multiselect',
  'pages',
  'radio',
  'select',
  'toggle',
  'toggles',
  'users',
]);

function kindOf({ type }: FieldDefinition): RowSetting['kind'] | undefined {
  if (type === 'toggle') return 'choice';
  if (type === 'number' || type === 'range') return 'number';
  switch (storages.get(type)) {
    case 'separated':
      return 'list';
    case 'yaml-list':
      return type === 'entries' ? undefined : 'list';
    case 'text':
      return 'text';
    default:
      return undefined;
  }
}

function choicesFor(definition: FieldDefinition, context: RuleContext): RowSetting['choices'] {
  if (definition.type === 'toggle')
    return ['true', 'false'].map((value) => ({ value, detail: undefined }));
  const named = referencesFor(definition, context).map(({ reference, label }) => ({
    value: reference,
    detail: label,
  }));
  const choices = choicesOf(definition, undefined, context).map(({ text, detail }) => ({
    value: text,
    detail,
  }));
  return [...named, ...choices];
}

/** Kirby lowers the keys of settings. */
function settingIn(
  { attrs }: JsonObject,
  key: string,
): { readonly key: string; readonly value: JsonValue } | undefined {
  const found = Object.entries(isObject(attrs) ? attrs : {}).findLast(
    ([name]) => asciiLower(name) === key,
  );
  return found && { key: found[0], value: found[1] };
}

function valuesOf(
  setting: { readonly value: JsonValue } | undefined,
  definition: FieldDefinition,
): readonly string[] {
  const value = setting?.value;
  if (isArray(value)) return value.flatMap((item) => (typeof item === 'string' ? [item] : []));
  if (typeof value === 'boolean' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'string' || value === '') return [];
  if (storages.get(definition.type) !== 'separated') return [value];
  return separatedItems(value, separatorOf(definition)).map(({ text }) => text);
}

function written(
  values: readonly string[],
  definition: FieldDefinition,
  old: JsonValue | undefined,
): JsonValue {
  const [first = ''] = values;
  switch (kindOf(definition)) {
    case 'list': {
      if (isArray(old) || storages.get(definition.type) !== 'separated') return values;
      const separator = separatorOf(definition);
      return values.join(separator === ',' ? ', ' : separator);
    }
    case 'number':
      if (first === '') return '';
      if (!/^-?\d+(?:\.\d+)?$/u.test(first)) throw new Refusal(say`"${first}" is no number.`);
      // As a text where a number would be another one.
      return (typeof old === 'string' && old !== '') || losesNumbers(Number(first))
        ? first
        : Number(first);
    default:
      return typeof old === 'boolean' && definition.type === 'toggle' ? first === 'true' : first;
  }
}
