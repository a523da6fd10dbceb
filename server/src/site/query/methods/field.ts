import { isArray, isObject } from '../../../kirby/json/value.ts';
import { phpTrim } from '../../../kirby/text/php.ts';
import { readYaml } from '../../../kirby/yaml/read.ts';
import {
  type ContentField,
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
import { filesIn, pagesIn } from './children.ts';
import { chosenFiles, chosenPages, firstOf } from './chosen.ts';

/** What a content field answers (`kirby/config/methods.php`). */
export const fieldMethods: Methods<ContentField> = new Map<string, Method<ContentField>>([
  ['value', plain(({ text }) => scalar(text))],
  ['tostring', plain(({ text }) => scalar(text))],
  ['isempty', plain(({ text }) => scalar(isEmptyText(text)))],
  ['isnotempty', plain(({ text }) => scalar(!isEmptyText(text)))],
  ['split', split],
  ['or', or],
  ['tostructure', plain(toStructure)],
  ['topages', plain((field, context) => pagesIn(chosenPages(field, context)))],
  ['topage', plain((field, context) => firstOf(chosenPages(field, context)))],
  ['tofiles', plain((field, context) => filesIn(chosenFiles(field, context)))],
  ['tofile', plain((field, context) => firstOf(chosenFiles(field, context)))],
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
  { text }: ContentField,
  args: Parameters<Method<ContentField>>[1],
): QueryValue | undefined {
  const [separator, ...more] = args === undefined ? [','] : (strings(args) ?? []);
  if (separator === undefined || separator === '' || more.length > 0) return undefined;
  return { kind: 'list', items: splitText(text, separator).map((part) => scalar(part)) };
}

function or(
  field: ContentField,
  args: Parameters<Method<ContentField>>[1],
): QueryValue | undefined {
  if (!isEmptyText(field.text)) return field;
  const [other, ...more] = args ?? [];
  if (more.length > 0) return undefined;
  if (other?.kind === 'field') return other;
  return other?.kind === 'scalar' && typeof other.value === 'string'
    ? fieldValue(other.value)
    : undefined;
}

/** Kirby refuses a structure with an entry that is no map. */
function toStructure(
  { text, parent }: ContentField,
  { site }: QueryContext,
): QueryValue | undefined {
  const read = readYaml(text, site.options.yamlHandler);
  if (!read.ok || !isArray(read.value)) return undefined;
  const items: Row[] = [];
  for (const [index, content] of read.value.entries()) {
    if (!isObject(content)) return undefined;
    items.push({ kind: 'row', index, content, parent });
  }
  return { kind: 'collection', of: 'structure', items };
}
