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
import { type JsonField, jsonFields } from '../../site/json-fields.ts';
import { touches } from '../../kirby/text/span.ts';
import type { Hover, HoverProvider } from '../hover.ts';
import { code, escapeMarkdown, paragraphs } from '../markdown.ts';
import { say } from '../../kirby/text/say.ts';

/** The block under the cursor with its text, or the row. */
export const hoverBlock: HoverProvider = ({ document, site, file }, offset) => {
  const json = jsonFields(document, site, file).find(({ field }) =>
    touches(field.valueSpan, offset),
  );
  return json === undefined ? undefined : hoverJson(json, offset);
};

function hoverJson(json: JsonField, offset: number): Hover | undefined {
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
      ? describeRow(json, part, path)
      : describeBlock(json, part.value, part.type, path);
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
): string {
  const name = definition?.fieldsets?.get(type)?.name;
  const title = `**${escapeMarkdown(name ?? type)}**`;
  const row = kind === 'layout' && typeof path[0] === 'number' ? path[0] + 1 : undefined;
  const block = row === undefined ? say`${title} block` : say`${title} block in row ${row}`;
  return paragraphs(value['isHidden'] === true ? say`${block}, hidden` : block, excerpt(value));
}

function describeRow({ definition }: JsonField, { value }: Part, path: JsonPath): string {
  const columns = isArray(value['columns']) ? value['columns'] : [];
  const widths = columns.flatMap((column) =>
    isObject(column) && typeof column['width'] === 'string' ? [code(column['width'])] : [],
  );
  const { attrs } = value;
  const settings = Object.entries(isObject(attrs) ? attrs : {}).flatMap(([key, setting]) => {
    if (setting === null || setting === '' || typeof setting === 'object') return [];
    const label = definition?.settings?.get(key.toLowerCase())?.label ?? key;
    return [`- ${escapeMarkdown(label)}: ${code(String(setting))}`];
  });
  const number = typeof path[0] === 'number' ? ` ${path[0] + 1}` : '';
  return paragraphs(`**Row${number}**: ${widths.join(' + ')}`, settings.join('\n'));
}

/** The text of a block, decoded and without markup, cut after a few lines. */
function excerpt({ content }: JsonObject): string {
  if (!isObject(content)) return '';
  const texts = Object.entries(content).flatMap(([key, value]) => {
    if (typeof value !== 'string' || value.trim() === '') return [];
    const text = value
      .replace(/<[^>]*>/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim();
    const short = text.length > 300 ? `${text.slice(0, 299)}…` : text;
    return [`${escapeMarkdown(key)}: ${escapeMarkdown(short)}`];
  });
  return texts.slice(0, 6).join('\n\n');
}
