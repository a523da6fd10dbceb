import { setFieldValue } from '../content/edit.ts';
import type { ContentDocument, Field } from '../content/document.ts';
import { storages } from '../field-types/storage.ts';
import { jsonOf, jsonText } from '../json/json-text.ts';
import { isArray, isObject } from '../json/value.ts';
import { memo } from '../text/memo.ts';
import type { YamlHandler } from '../yaml/read.ts';
import { type FieldValue, replaced, textOf } from './field-value.ts';
import { type Holder, holderAt, jsonHolder } from './holder.ts';
import { yamlHolder } from './yaml-holder.ts';

/** A field of the file: its text is the whole of the value. */
export function fieldHolder(document: ContentDocument, field: Field): Holder {
  return {
    value: field.value.text,
    spanAt: (path) => (path.length === 0 ? field.valueSpan : undefined),
    keySpanAt: (path) => (path.length === 0 ? field.nameSpan : undefined),
    textAt: (path) => (path.length === 0 ? field.value : undefined),
    pathAt: (offset) =>
      offset >= field.valueSpan.start && offset <= field.valueSpan.end ? [] : undefined,
    change: (change) =>
      change.kind === 'set' && change.path.length === 0 && typeof change.value === 'string'
        ? setFieldValue(document, field, change.value)
        : undefined,
    field,
  };
}

/**
 * What a value holds once it is decoded: the rows of a structure, the items of a files field, the
 * blocks of a Blocks field. Decoded once, and only when asked for. `undefined`: it holds nothing but
 * its text, is empty, or cannot be read.
 */
export function contentsOf(value: FieldValue, handler: YamlHandler): Holder | undefined {
  return (handler === 'spyc' ? spycContents : symfonyContents)(value);
}

/** The text of a value, each time the same: trees that are made of it are remembered. */
export const sourceOf = memo((value: FieldValue) => textOf(value));

const spycContents = memo((value: FieldValue) => decoded(value, 'spyc'));
const symfonyContents = memo((value: FieldValue) => decoded(value, 'symfony'));

function decoded(value: FieldValue, handler: YamlHandler): Holder | undefined {
  const { definition, holder, path } = value;
  if (isArray(value.value) || isObject(value.value)) return holderAt(holder, path);
  if (typeof value.value !== 'string' || value.value === '') return undefined;
  const storage = storages.get(definition.type);
  const { field } = holder;
  const put = field === undefined ? (text: string) => replaced(value, text) : undefined;
  const source = sourceOf(value);
  if (source === undefined) return undefined;
  switch (storage) {
    case 'json':
      return jsonHolder(field === undefined ? jsonText(source) : jsonOf(field), put);
    case 'yaml-list':
    case 'yaml-rows':
    case 'yaml-map':
      return yamlHolder(source, handler, put);
    default:
      return undefined;
  }
}
