import { isArray, isObject } from '../../../kirby/json/value.ts';
import { phpTrim } from '../../../kirby/text/php.ts';
import { readYaml } from '../../../kirby/yaml/read.ts';
import {
  fieldValue,
  type Method,
  type Methods,
  plain,
  type QueryContext,
  type QueryValue,
  type Row,
  scalar,
  strings,
} from '../value.ts';

interface FieldValue {
  readonly kind: 'field';
  readonly text: string;
}

/** What a content field answers (`kirby/config/methods.php`). */
export const fieldMethods: Methods<FieldValue> = new Map<string, Method<FieldValue>>([
  ['value', plain(({ text }) => scalar(text))],
  ['tostring', plain(({ text }) => scalar(text))],
  ['isempty', plain(({ text }) => scalar(isEmptyText(text)))],
  ['isnotempty', plain(({ text }) => scalar(!isEmptyText(text)))],
  ['split', split],
  ['or', or],
  ['tostructure', plain((field, context) => toStructure(field.text, context))],
]);

/** `Str::split()`: trimmed, without empty parts. */
export function splitText(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map((part) => phpTrim(part))
    .filter((part) => part !== '');
}

function isEmptyText(text: string): boolean {
  return phpTrim(text) === '';
}

function split(
  { text }: FieldValue,
  args: Parameters<Method<FieldValue>>[1],
): QueryValue | undefined {
  const [separator, ...more] = args === undefined ? [','] : (strings(args) ?? []);
  if (separator === undefined || separator === '' || more.length > 0) return undefined;
  return { kind: 'list', items: splitText(text, separator).map((part) => scalar(part)) };
}

function or(field: FieldValue, args: Parameters<Method<FieldValue>>[1]): QueryValue | undefined {
  if (!isEmptyText(field.text)) return field;
  const [other, ...more] = args ?? [];
  if (more.length > 0) return undefined;
  if (other?.kind === 'field') return other;
  return other?.kind === 'scalar' && typeof other.value === 'string'
    ? fieldValue(other.value)
    : undefined;
}

/** Kirby refuses a structure with an entry that is no map. */
function toStructure(text: string, { site }: QueryContext): QueryValue | undefined {
  const read = readYaml(text, site.options.yamlHandler);
  if (!read.ok || !isArray(read.value)) return undefined;
  const items: Row[] = [];
  for (const [index, content] of read.value.entries()) {
    if (!isObject(content)) return undefined;
    items.push({ kind: 'row', index, content });
  }
  return { kind: 'collection', of: 'structure', items };
}
