import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import {
  isArray,
  isObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
  valueAt,
} from '../../kirby/json/value.ts';
import { contentsOf } from '../../kirby/values/contents.ts';
import type { FieldValue, Form } from '../../kirby/values/field-value.ts';
import type { Holder } from '../../kirby/values/holder.ts';
import type { YamlHandler } from '../../kirby/yaml/read.ts';

/** The texts of one version of a document. */
export interface Texts {
  readonly forms: readonly Form[];
  readonly handler: YamlHandler;
}

/** A text of a document, wherever it stands. */
export interface TextPlace {
  readonly text: string;
  readonly holder: Holder;
  /** In the holder. */
  readonly path: JsonPath;
  /** From the name of the field through everything that is decoded: `['layout', 0, 'columns', …]`. */
  readonly way: JsonPath;
  /** `undefined`: no blueprint knows the key. */
  readonly definition: FieldDefinition | undefined;
  /** The innermost block that it stands in. */
  readonly block: BlockOnWay | undefined;
  /** The lists on the way, the outer ones first. */
  readonly lists: readonly ListOnWay[];
}

export interface BlockOnWay {
  readonly value: JsonObject;
  /** How many steps of the way lead to it. */
  readonly depth: number;
}

export interface ListOnWay {
  /** How many steps of the way lead to it. */
  readonly depth: number;
  readonly length: number;
}

/** The text that a way leads to; `undefined` where none stands there. */
export function textAt(texts: Texts, way: JsonPath): TextPlace | undefined {
  const value = fileValue(texts, way[0]);
  if (value === undefined) return undefined;
  return inside(texts, value, { way, depth: 1, block: undefined, lists: [] });
}

/** What is known of a way when a part of it has been walked. */
interface Walked {
  readonly way: JsonPath;
  readonly depth: number;
  readonly block: BlockOnWay | undefined;
  readonly lists: readonly ListOnWay[];
}

function inside(texts: Texts, value: FieldValue, walked: Walked): TextPlace | undefined {
  const { way, depth, block, lists } = walked;
  const { holder, path, definition } = value;
  const rest = way.slice(depth);
  if (rest.length === 0) {
    const text = value.value;
    return typeof text === 'string'
      ? { text, holder, path, way, definition, block, lists }
      : undefined;
  }
  const contents = contentsOf(value, texts.handler);
  if (contents === undefined) return undefined;
  const next = nextValue(texts, value, rest);
  const steps = next === undefined ? rest.length : next.path.length;
  const after = {
    way,
    depth: depth + steps,
    block: blockOn(value, contents.value, rest.slice(0, steps), depth) ?? block,
    lists: [...lists, ...listsOn(contents.value, rest.slice(0, steps), depth)],
  };
  if (next !== undefined) return inside(texts, next, after);
  const text = valueAt(contents.value, rest);
  return typeof text === 'string'
    ? { ...after, text, holder: contents, path: rest, definition: undefined }
    : undefined;
}

/** The value of a form inside of another value that a way goes through, the farthest one. */
function nextValue({ forms }: Texts, outer: FieldValue, way: JsonPath): FieldValue | undefined {
  let found: FieldValue | undefined;
  for (const form of forms) {
    if (form.parent !== outer || !startsWith(way, form.place?.path ?? [])) continue;
    for (const value of form.values.values()) {
      if (startsWith(way, value.path) && value.path.length > (found?.path.length ?? 0))
        found = value;
    }
  }
  return found;
}

function blockOn(
  { definition }: FieldValue,
  value: JsonValue,
  way: JsonPath,
  before: number,
): BlockOnWay | undefined {
  if (definition.type !== 'blocks' && definition.type !== 'layout') return undefined;
  for (let length = way.length - 1; length > 0; length--) {
    if (typeof way[length - 1] !== 'number') continue;
    const block = valueAt(value, way.slice(0, length));
    if (isBlock(block)) return { value: block, depth: before + length };
  }
  return undefined;
}

function listsOn(value: JsonValue, way: JsonPath, before: number): readonly ListOnWay[] {
  return way.flatMap((step, index) => {
    const list = typeof step === 'number' ? valueAt(value, way.slice(0, index)) : undefined;
    return isArray(list) ? [{ depth: before + index, length: list.length }] : [];
  });
}

/** The way to a value of a form. */
export function wayOf({ form, holder, path }: FieldValue): JsonPath {
  if (form.parent === undefined) return holder.field === undefined ? [] : [holder.field.name];
  return [...wayOf(form.parent), ...path];
}

/** The ways to all blocks that have an id. */
export function* waysToBlock({ forms, handler }: Texts, id: string): Iterable<JsonPath> {
  for (const form of forms) {
    for (const value of form.values.values()) {
      const { type } = value.definition;
      if (type !== 'blocks' && type !== 'layout') continue;
      const contents = contentsOf(value, handler);
      if (contents === undefined) continue;
      for (const path of blockPaths(contents.value)) {
        const block = valueAt(contents.value, path);
        if (isObject(block) && block['id'] === id) yield [...wayOf(value), ...path];
      }
    }
  }
}

/** The paths to the blocks of a Blocks field, or of the columns of a Layout field. */
function* blockPaths(value: JsonValue, path: JsonPath = []): Iterable<JsonPath> {
  if (isArray(value)) {
    for (const [index, item] of value.entries()) yield* blockPaths(item, [...path, index]);
  } else if (isBlock(value)) yield path;
  else if (isObject(value)) {
    for (const key of ['columns', 'blocks']) {
      const list = value[key];
      if (isArray(list)) yield* blockPaths(list, [...path, key]);
    }
  }
}

export function isBlock(value: JsonValue | undefined): value is JsonObject {
  return isObject(value) && typeof value['type'] === 'string' && 'content' in value;
}

function fileValue({ forms }: Texts, name: string | number | undefined): FieldValue | undefined {
  const [file] = forms;
  if (file?.kind !== 'file') return undefined;
  for (const value of file.values.values()) if (value.holder.field?.name === name) return value;
  return undefined;
}

function startsWith(way: JsonPath, beginning: JsonPath): boolean {
  return beginning.length <= way.length && beginning.every((step, index) => step === way[index]);
}
