import { isPhpArray, lowerKeys } from '../../kirby/blocks/php.ts';
import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { readSeparated } from '../../kirby/field-types/separated.ts';
import { isArray, type JsonObject, type JsonValue } from '../../kirby/json/value.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import { addressOf } from '../address.ts';
import { type ContentValue, contentValue, isTrue } from '../content-value.ts';
import { looksLikeBlocks } from '../fields/blocks.ts';
import { drawField } from '../fields/index.ts';
import type { DrawContext } from '../fields/renderer.ts';
import { decodedValue, itemsIn } from '../fields/rows.ts';
import { type Html, raw } from '../html.ts';
import { summary } from '../setting.ts';
import { looksLikeFile } from '../thumbnail.ts';
import { chosenFiles, chosenPages, chosenUsers } from './chosen.ts';
import type { TemplateValue } from './fill.ts';

/** Fields by their names: the content of a block, a row of a structure, an object. */
export function recordValue(
  content: JsonObject,
  definitions: ReadonlyMap<string, FieldDefinition> | undefined,
  context: DrawContext,
): TemplateValue {
  const fields = new Map<string, TemplateValue>();
  const record: TemplateValue = {
    text: summary(content),
    html: () => drawField(contentValue(content), undefined, context, 'object'),
    items: () => (Object.keys(content).length === 0 ? [] : [record]),
    get(key) {
      const name = asciiLower(key);
      if (!Object.hasOwn(content, name) && definitions?.has(name) !== true) return undefined;
      let field = fields.get(name);
      if (field === undefined) {
        field = fieldValue(content[name], definitions?.get(name), context);
        fields.set(name, field);
      }
      return field;
    },
  };
  return record;
}

/** A value as its field type has it, as the content stores it where no blueprint knows it. */
function fieldValue(
  json: JsonValue | undefined,
  definition: FieldDefinition | undefined,
  context: DrawContext,
): TemplateValue {
  const value = contentValue(json);
  const type = definition?.type ?? typeByLooks(json);
  switch (value.isEmpty ? undefined : type) {
    case 'files':
      return chosenFiles(value, context) ?? plain(value);
    case 'pages':
      return chosenPages(value, context) ?? plain(value);
    case 'users':
      return chosenUsers(value, context) ?? plain(value);
    case 'toggle':
      return { ...plain(value), items: () => (isTrue(value) ? [plain(value)] : []) };
    case 'link':
    case 'url':
      return plain(contentValue(addressOf(value.text ?? '', context) ?? ''));
    case 'textarea':
    case 'markdown':
      return { ...plain(value), html: drawn(value, definition, context) };
    case 'blocks':
    case 'layout':
      return { ...plain(value), text: '', html: drawn(value, definition, context) };
    case 'tags':
    case 'multiselect':
    case 'checkboxes': {
      const parts = readSeparated(json, definition ?? { type: 'tags', props: {} });
      const list = isArray(parts) ? parts : [];
      return listOf(
        value,
        list.map((part) => plain(contentValue(part))),
        drawn(value, definition, context),
      );
    }
    case 'structure':
    case 'entries':
    case 'object':
      return structured(value, decodedValue(value, context), definition, context);
    default:
      return isPhpArray(json) ? structured(value, json, definition, context) : plain(value);
  }
}

/** What a value is that no blueprint knows. */
function typeByLooks(json: JsonValue | undefined): string | undefined {
  if (looksLikeBlocks(json)) return 'blocks';
  const first = isArray(json) ? json[0] : json;
  return typeof first === 'string' && looksLikeFile(first) ? 'files' : undefined;
}

/** A list with an item for each of its own, or an object with its fields. */
function structured(
  value: ContentValue,
  decoded: JsonValue | undefined,
  definition: FieldDefinition | undefined,
  context: DrawContext,
): TemplateValue {
  if (!isPhpArray(decoded)) return plain(value);
  const html = drawn(value, definition, context);
  if (!isArray(decoded)) {
    return { ...recordValue(lowerKeys(decoded), definition?.fields, context), html };
  }
  const item = (json: JsonValue): TemplateValue =>
    isRecord(json)
      ? recordValue(lowerKeys(json), definition?.fields, context)
      : fieldValue(json, definition?.entry, context);
  return listOf(value, itemsIn(decoded).map(item), html);
}

function isRecord(json: JsonValue): json is JsonObject {
  return isPhpArray(json) && !isArray(json);
}

function listOf(
  { json, text }: ContentValue,
  items: readonly TemplateValue[],
  html: () => Html,
): TemplateValue {
  return {
    text: text ?? summary(json ?? null),
    html,
    items: () => items,
    get: () => undefined,
  };
}

/** A text, a number, or nothing: as HTML it is as it stands. */
function plain({ json, text: written, isEmpty }: ContentValue): TemplateValue {
  const text = written ?? summary(json ?? null);
  const value: TemplateValue = {
    text,
    html: () => raw(text),
    items: () => (isEmpty || text === '' ? [] : [value]),
    get: () => undefined,
  };
  return value;
}

/** Made once, however often a template has it. */
function drawn(
  value: ContentValue,
  definition: FieldDefinition | undefined,
  context: DrawContext,
): () => Html {
  let made: Html | undefined;
  return () => (made ??= drawField(value, definition, context));
}
