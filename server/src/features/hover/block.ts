import type { FieldDefinition, Fieldset } from '../../kirby/blueprint/blueprint.ts';
import { jsonOf } from '../../kirby/json/json-text.ts';
import { pathAtOffset } from '../../kirby/json/path-at.ts';
import {
  isArray,
  isObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
  valueAt,
} from '../../kirby/json/value.ts';
import { definitionOf, type JsonField, jsonFields } from '../../site/json-fields.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import { touches } from '../../kirby/text/span.ts';
import type { Hover, HoverProvider } from '../hover.ts';
import { code, escapeMarkdown, paragraphs } from '../markdown.ts';
import { type ValueWords, valueWords } from '../value-words.ts';
import { codeWords } from '../words.ts';
import { say } from '../../kirby/text/say.ts';

/** The block under the cursor with its text, or the row. */
export const hoverBlock: HoverProvider = (context, offset) => {
  const { document, site, file } = context;
  const json = jsonFields(document, site, file).find(({ field }) =>
    touches(field.valueSpan, offset),
  );
  return json === undefined ? undefined : hoverJson(json, offset, valueWords(context));
};

function hoverJson(json: JsonField, offset: number, words: ValueWords): Hover | undefined {
  const text = jsonOf(json.field);
  const { value } = text;
  const inValue = json.field.value.fromSource(offset);
  if (inValue === undefined || value === undefined) return undefined;
  const path = pathAtOffset(json.field.value.text, inValue);
  const part = innermostPart(value, path);
  const span = part && text.spanAt(part.path);
  if (part === undefined || span === undefined) return undefined;
  const markdown =
    part.type === undefined
      ? describeRow(json, part, path, words)
      : describeBlock(json, part.value, part.type, path, words);
  return { markdown, span };
}

interface Part {
  readonly value: JsonObject;
  readonly path: JsonPath;
  /** Of a block; a row has none. */
  readonly type: string | undefined;
}

function innermostPart(value: JsonValue, path: JsonPath): Part | undefined {
  for (let length = path.length; length > 0; length--) {
    const candidate = valueAt(value, path.slice(0, length));
    if (!isObject(candidate)) continue;
    const part = { value: candidate, path: path.slice(0, length) };
    const { type } = candidate;
    if ('content' in candidate && typeof type === 'string') return { ...part, type };
    if (isArray(candidate['columns'])) return { ...part, type: undefined };
  }
  return undefined;
}

function describeBlock(
  { kind, definition }: JsonField,
  value: JsonObject,
  type: string,
  path: JsonPath,
  words: ValueWords,
): string {
  const fieldset = definition?.fieldsets?.get(type);
  const title = `**${escapeMarkdown(fieldset?.name ?? type)}**`;
  const row = kind === 'layout' && typeof path[0] === 'number' ? path[0] + 1 : undefined;
  const block = row === undefined ? say`${title} block` : say`${title} block in row ${row}`;
  const heading = value['isHidden'] === true ? say`${block}, hidden` : block;
  return paragraphs(heading, excerpt(value, fieldset, words));
}

function describeRow(
  { definition }: JsonField,
  { value }: Part,
  path: JsonPath,
  words: ValueWords,
): string {
  const columns = isArray(value['columns']) ? value['columns'] : [];
  const widths = columns.flatMap((column) =>
    isObject(column) && typeof column['width'] === 'string' ? [code(column['width'])] : [],
  );
  const { attrs } = value;
  const settings = Object.entries(isObject(attrs) ? attrs : {}).flatMap(([key, setting]) => {
    const fields = definition?.settings;
    const field = fields && definitionOf(fields, asciiLower(key));
    const given = isObject(setting) ? '' : words(setting, field);
    return given === '' ? [] : [`- ${say`${escapeMarkdown(field?.label ?? key)}: ${code(given)}`}`];
  });
  const number = typeof path[0] === 'number' ? path[0] + 1 : '';
  return paragraphs(`**${say`Row ${number}`}**: ${widths.join(' + ')}`, settings.join('\n'));
}

/** What a block says, decoded and without markup, cut after a few lines. */
function excerpt(
  { content }: JsonObject,
  fieldset: Fieldset | undefined,
  words: ValueWords,
): string {
  if (!isObject(content)) return '';
  const texts = Object.entries(content).flatMap(([key, value]) => {
    const field = fieldset && definitionOf(fieldset.fields, asciiLower(key));
    const given = key === 'code' ? codeWords(value) : wordsOf(value, field, words);
    if (given === '') return [];
    const short = given.length > 300 ? `${given.slice(0, 299)}…` : given;
    return [say`${escapeMarkdown(field?.label ?? key)}: ${escapeMarkdown(short)}`];
  });
  return texts.slice(0, 6).join('\n\n');
}

function wordsOf(value: JsonValue, field: FieldDefinition | undefined, words: ValueWords): string {
  return typeof value === 'string' || isReferences(value) ? words(value, field) : '';
}

/** What a files, pages or users field has; rows and blocks have hovers of their own. */
function isReferences(value: JsonValue): boolean {
  return isArray(value) && value.every((item) => typeof item === 'string');
}
