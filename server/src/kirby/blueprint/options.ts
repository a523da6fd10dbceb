import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { say } from '../text/say.ts';
import type { FieldOption } from './blueprint.ts';
import { translated } from './label.ts';
import { scalarText } from './raw.ts';

const choosingTypes: ReadonlySet<string> = new Set([
  'select',
  'radio',
  'toggles',
  'checkboxes',
  'multiselect',
  'tags',
  'color',
]);

/**
 * The choices that stand in the blueprint itself (`Kirby\Option\Options::factory()`); `undefined`
 * where a query or an API gives them, or there are none to make.
 */
export function staticOptions(
  type: string,
  props: JsonObject,
  languages: readonly string[],
): readonly FieldOption[] | undefined {
  if (type === 'toggle') return toggleOptions(props['text'], languages);
  if (!choosingTypes.has(type)) return undefined;
  const options = props['options'];
  const given = isObject(options) && options['type'] === 'array' ? options['options'] : options;
  if (isArray(given)) return given.flatMap((item) => listOption(item, languages));
  if (!isObject(given) || isDynamic(given)) return undefined;
  return Object.entries(given).map(([key, text]) => mapOption(key, text, languages));
}

/** Off and on, as a content file has them. */
function toggleOptions(
  text: JsonValue | undefined,
  languages: readonly string[],
): readonly FieldOption[] {
  const [off, on] = isArray(text) ? text : [undefined, text];
  return [
    { value: 'true', text: translated(on, languages) ?? say`on` },
    { value: 'false', text: translated(off, languages) ?? say`off` },
  ];
}

function isDynamic(options: JsonObject): boolean {
  return options['type'] === 'query' || options['type'] === 'api';
}

/** An item of a list: a scalar, or a map with `value` and `text`. */
function listOption(item: JsonValue, languages: readonly string[]): readonly FieldOption[] {
  if (!isObject(item)) return [{ value: scalarText(item), text: scalarText(item) }];
  const value = item['value'];
  if (value === undefined || typeof value === 'object') return [];
  return [optionOf(scalarText(value), item['text'], languages)];
}

/** PHP turns a key like `1` into an integer, and Kirby then takes the text for the value, too. */
function mapOption(key: string, text: JsonValue, languages: readonly string[]): FieldOption {
  if (!/^(?:0|-?[1-9]\d*)$/.test(key)) return optionOf(key, text, languages);
  if (isObject(text) && text['value'] !== undefined) {
    return optionOf(scalarText(text['value']), text['text'], languages);
  }
  const shown = translated(text, languages) ?? scalarText(text);
  return { value: shown, text: shown };
}

function optionOf(
  value: string,
  text: JsonValue | undefined,
  languages: readonly string[],
): FieldOption {
  return {
    value,
    text: translated(text, languages) ?? (text === undefined ? value : scalarText(text)),
  };
}
