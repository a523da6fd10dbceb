import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import type { ContentDocument, Field } from '../../kirby/content/document.ts';
import { storages } from '../../kirby/field-types/storage.ts';
import { jsonOf, jsonText } from '../../kirby/json/json-text.ts';
import {
  isArray,
  isObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
} from '../../kirby/json/value.ts';
import type { TextUse } from '../../kirby/reference/names-in-text.ts';
import type { MappedText } from '../../kirby/text/mapped-text.ts';
import { touches } from '../../kirby/text/span.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import { type Holder, jsonHolder } from '../../kirby/values/holder.ts';
import { yamlHolder } from '../../kirby/values/yaml-holder.ts';
import { kirbyBlueprints } from '../blueprint-loader.ts';
import { definitionOf, jsonFields } from '../json-fields.ts';
import type { ContentFile, Site } from '../site.ts';

/** A text in a content file that holds no other texts: a field, a value of a row, a string of JSON. */
export interface Leaf {
  readonly text: string;
  readonly use: TextUse;
  /** The way back to the document; `undefined`: it is not known, as in folded YAML. */
  source(): MappedText | undefined;
}

/**
 * All texts of a content file, at any depth, whether a blueprint knows them or not. What is broken
 * (JSON or YAML that cannot be read) has none.
 *
 * @param offset leaves out what lies elsewhere: of a large value most is not looked at
 */
export function leavesOf(
  document: ContentDocument,
  site: Site | undefined,
  file: ContentFile | undefined,
  offset?: number,
): readonly Leaf[] {
  const definitions = file && site?.blueprints.of(file.model)?.fields;
  const json = new Set(jsonFields(document, site, file).map(({ field }) => field));
  const walk = new Walk(site, offset);
  for (const field of document.fields) {
    if (field.value.text === '' || field.name === 'uuid') continue;
    if (offset !== undefined && !touches(field.valueSpan, offset)) continue;
    const definition = definitions && definitionOf(definitions, field.name);
    const holder = json.has(field) ? jsonHolder(jsonOf(field)) : walk.yaml(field, definition);
    if (holder !== undefined) walk.contents(holder, holder.value, [], definition, field.name);
    else if (!json.has(field)) walk.text(field.value, useOf(definition, field.name));
  }
  return walk.leaves;
}

class Walk {
  readonly leaves: Leaf[] = [];
  readonly #handler: 'spyc' | 'symfony';
  readonly #fieldset: (type: string) => ReadonlyMap<string, FieldDefinition> | undefined;
  readonly #offset: number | undefined;
  /** The paths to the offset, each found once. */
  readonly #ways = new Map<Holder, JsonPath>();

  constructor(site: Site | undefined, offset: number | undefined) {
    this.#offset = offset;
    this.#handler = site?.options.yamlHandler ?? 'spyc';
    const blueprints = site?.blueprints ?? kirbyBlueprints;
    this.#fieldset = (type) => blueprints.fieldset(type)?.fields;
  }

  text(source: MappedText, use: TextUse): void {
    this.leaves.push({ text: source.text, use, source: () => source });
  }

  /** The YAML of a field, where its type or, of an unknown one, its form says so. */
  yaml({ value }: Field, definition: FieldDefinition | undefined): Holder | undefined {
    const isYaml =
      definition === undefined ? looksLikeYaml.test(value.text) : isStoredAs(definition, 'yaml');
    return isYaml ? yamlHolder(value, this.#handler) : undefined;
  }

  /** What a field holds once it is decoded: its items, its rows, or one text. */
  contents(
    holder: Holder,
    value: JsonValue,
    path: JsonPath,
    definition: FieldDefinition | undefined,
    key: string,
  ): void {
    if (path.length > deepest || !this.#leads(holder, path)) return;
    if (typeof value === 'string') {
      if (value !== '') this.#leaf(holder, value, path, definition, key);
    } else if (isArray(value)) {
      const item = definition?.entry ?? definition;
      value.forEach((one, index) => {
        this.contents(holder, one, [...path, index], item, key);
      });
    } else if (isObject(value)) this.#object(holder, value, path, definition);
  }

  #object(
    holder: Holder,
    value: JsonObject,
    path: JsonPath,
    definition: FieldDefinition | undefined,
  ): void {
    // A row of a structure may have fields that are called as the parts of a layout are.
    if (definition?.fields !== undefined) {
      this.#fields(holder, value, path, definition.fields);
      return;
    }
    const { type, content, attrs } = value;
    if (typeof type === 'string' && isObject(content)) {
      const fields = definition?.fieldsets?.get(type)?.fields ?? this.#fieldset(type);
      this.#fields(holder, content, [...path, 'content'], fields);
      return;
    }
    const parts = ['columns', 'blocks'].filter((name) => isArray(value[name]));
    for (const name of parts) {
      this.contents(holder, value[name] ?? null, [...path, name], definition, name);
    }
    if (isObject(attrs)) {
      this.#fields(holder, attrs, [...path, 'attrs'], definition?.settings);
    } else if (parts.length === 0) this.#fields(holder, value, path, undefined);
  }

  #fields(
    holder: Holder,
    values: JsonObject,
    path: JsonPath,
    definitions: ReadonlyMap<string, FieldDefinition> | undefined,
  ): void {
    for (const [key, value] of Object.entries(values)) {
      const name = asciiLower(key);
      const definition = definitions?.get(name);
      const at = [...path, key];
      if (!this.#leads(holder, at)) continue;
      const inner =
        typeof value === 'string' && value !== ''
          ? this.#inside(holder, at, definition)
          : undefined;
      if (inner === undefined) this.contents(holder, value, at, definition, name);
      else this.contents(inner, inner.value, [], definition, name);
    }
  }

  /** Whether the last step of a path leads to the offset; the steps before it do. */
  #leads(holder: Holder, path: JsonPath): boolean {
    if (this.#offset === undefined || path.length === 0) return true;
    let way = this.#ways.get(holder);
    if (way === undefined) {
      way = holder.pathAt(this.#offset) ?? [];
      this.#ways.set(holder, way);
    }
    return way[path.length - 1] === path.at(-1);
  }

  #leaf(
    holder: Holder,
    text: string,
    path: JsonPath,
    definition: FieldDefinition | undefined,
    key: string,
  ): void {
    let source: { readonly text: MappedText | undefined } | undefined;
    this.leaves.push({
      text,
      use: useOf(definition, key),
      source: () => (source ??= { text: holder.textAt(path) }).text,
    });
  }

  /** JSON or YAML in a string of something else: a structure in a block. */
  #inside(
    holder: Holder,
    path: JsonPath,
    definition: FieldDefinition | undefined,
  ): Holder | undefined {
    if (definition === undefined) return undefined;
    const isJson = isStoredAs(definition, 'json');
    if (!isJson && !isStoredAs(definition, 'yaml')) return undefined;
    const source = holder.textAt(path);
    if (source === undefined) return undefined;
    return isJson ? jsonHolder(jsonText(source)) : yamlHolder(source, this.#handler);
  }
}

/** Nobody nests deeper; a hostile file does. */
const deepest = 60;

/** The first line of a list, or of rows. */
const looksLikeYaml = /^(?:\s*\n)?\s*- /;

function isStoredAs({ type }: FieldDefinition, format: 'json' | 'yaml'): boolean {
  return storages.get(type)?.startsWith(format) === true;
}

function useOf(definition: FieldDefinition | undefined, key: string): TextUse {
  const type = definition?.type;
  if (type === 'files' || type === 'pages' || type === 'users') return type;
  if (type === 'link' || type === 'url' || key === 'link') return 'link';
  return type === undefined || !storages.has(type) ? 'unknown' : 'text';
}
