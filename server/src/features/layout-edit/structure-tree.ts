import type { Fieldset } from '../../kirby/blueprint/blueprint.ts';
import { type JsonText, jsonOf, jsonText } from '../../kirby/json/json-text.ts';
import { locate } from '../../kirby/json/locate.ts';
import { stringText } from '../../kirby/json/string.ts';
import {
  isObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
} from '../../kirby/json/value.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import type { Span } from '../../kirby/text/span.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { definitionOf } from '../../site/json-fields.ts';
import { type ValueWords, valueWords } from '../value-words.ts';
import { firstWords, type ReferenceNames, referenceNames } from '../words.ts';
import { convertibleTo } from './convert-block.ts';
import { listOf } from './deep.ts';
import { type StructureField, structureFields, typesOfNested } from './fields.ts';
import { isBlock, isRow } from './new-items.ts';
import { say } from '../../kirby/text/say.ts';

/** A field with its rows and blocks. */
export interface StructureTree {
  readonly field: StructureField;
  readonly label: string;
  /** `false`: the JSON is broken, or no list. */
  readonly isReadable: boolean;
  readonly parts: readonly StructurePart[];
}

/** A row, a column or a block; spans are in the document. */
export interface StructurePart {
  /** `list`: a Blocks field in a block. */
  readonly kind: 'row' | 'column' | 'block' | 'list';
  readonly path: JsonPath;
  /** `undefined`: none, or none of its own in the document. */
  readonly id: string | undefined;
  readonly label: string;
  /** The settings of a row, the first words of a block. */
  readonly detail: string;
  /** Of a block. */
  readonly type: string | undefined;
  readonly isHidden: boolean;
  /** The types that it can become. */
  readonly convertible: readonly string[];
  /** Of a Blocks field in a block: what may be added there. */
  readonly types: StructureField['types'] | undefined;
  readonly span: Span;
  readonly parts: readonly StructurePart[];
}

/** The rows, columns and blocks of all Layout and Blocks fields of a document. */
export function structureTrees(context: RuleContext): readonly StructureTree[] {
  const words = { nameOf: referenceNames(context), ofValue: valueWords(context) };
  return structureFields(context).map((field) => {
    const label = field.definition?.label ?? '';
    const { text } = context.document;
    const { start, end } = field.field.nameSpan;
    const value = field.field.value.text === '' ? [] : jsonOf(field.field).value;
    return {
      field,
      label: label === '' ? text.slice(start, end) : label,
      isReadable: Array.isArray(value),
      parts: Array.isArray(value)
        ? new Walk(field, jsonOf(field.field), [], words).parts(value, field.types)
        : [],
    };
  });
}

type Raw = Omit<StructurePart, 'span' | 'parts'> & {
  readonly parts: readonly Raw[];
  /** Those of a list in a string, which are placed already. */
  readonly placed?: readonly StructurePart[];
};

type Types = StructureField['types'];

interface Words {
  readonly nameOf: ReferenceNames;
  readonly ofValue: ValueWords;
}

class Walk {
  readonly #field: StructureField;
  readonly #json: JsonText;
  /** What leads to the JSON: nothing, or the way to a string in the field. */
  readonly #base: JsonPath;
  readonly #words: Words;
  readonly #paths: JsonPath[] = [];

  constructor(field: StructureField, json: JsonText, base: JsonPath, words: Words) {
    this.#field = field;
    this.#json = json;
    this.#base = base;
    this.#words = words;
  }

  parts(value: readonly JsonValue[], types: Types): readonly StructurePart[] {
    const raw = this.#items(value, this.#base, types);
    const spans = this.#json.spansAt(this.#paths.map((path) => path.slice(this.#base.length)));
    const byPath = new Map(this.#paths.map((path, index) => [path, spans[index]]));
    const place = ({ parts, placed, ...rest }: Raw): StructurePart => ({
      ...rest,
      span: byPath.get(rest.path) ?? this.#field.field.valueSpan,
      parts: placed ?? parts.map(place),
    });
    return raw.map(place);
  }

  #items(list: JsonValue | undefined, path: JsonPath, types: Types): readonly Raw[] {
    if (!Array.isArray(list)) return [];
    return list.flatMap((item: JsonValue, index) => {
      const at = [...path, index];
      if (isRow(item)) return [this.#row(item, at, index)];
      return isBlock(item) ? [this.#block(item, at, types)] : [];
    });
  }

  #row(row: JsonValue, path: JsonPath, index: number): Raw {
    this.#paths.push(path);
    const { attrs, columns } = isObject(row) ? row : {};
    const parts = Array.isArray(columns)
      ? columns.flatMap((column: JsonValue, at) => {
          if (!isObject(column)) return [];
          const place = [...path, 'columns', at];
          this.#paths.push(place);
          const width = column['width'];
          const label = typeof width === 'string' && width !== '' ? width : '1/1';
          const blocks = this.#items(column['blocks'], [...place, 'blocks'], this.#field.types);
          return [{ ...plain('column', place, column), label, parts: blocks }];
        })
      : [];
    const widths = parts.map(({ label }) => label).join(' + ');
    const detail = [widths, this.#settings(attrs)].filter((part) => part !== '').join(' · ');
    return { ...plain('row', path, row), label: say`Row ${String(index + 1)}`, detail, parts };
  }

  /** What the settings of a row are, those that are not empty. */
  #settings(attrs: JsonValue | undefined): string {
    if (!isObject(attrs)) return '';
    return Object.entries(attrs)
      .flatMap(([key, value]) => {
        const settings = this.#field.definition?.settings;
        const definition = settings && definitionOf(settings, key);
        const named = definition?.label ?? '';
        const label = named === '' ? key : named;
        if (value === true || value === 'true') return [label];
        if (value === false || value === 'false' || isObject(value)) return [];
        const given = this.#words.ofValue(value, definition);
        return given === '' ? [] : [`${label}: ${given}`];
      })
      .join(', ');
  }

  #block(block: JsonValue, path: JsonPath, types: Types): Raw {
    this.#paths.push(path);
    const { type, content, isHidden } = isObject(block) ? block : {};
    const name = typeof type === 'string' ? type : '';
    const fieldset = types.get(name);
    return {
      ...plain('block', path, block),
      label: fieldset === undefined || fieldset.name === '' ? name : fieldset.name,
      detail: content === undefined ? '' : firstWords(content, this.#words.nameOf, fieldset?.label),
      type: name,
      isHidden:
        isHidden === true || (typeof isHidden === 'string' && !['', '0'].includes(isHidden)),
      convertible: convertibleTo(block, types),
      parts: isObject(content) ? this.#lists(content, [...path, 'content'], fieldset) : [],
    };
  }

  /** The Blocks fields in a block. */
  #lists(content: JsonObject, path: JsonPath, fieldset: Fieldset | undefined): readonly Raw[] {
    return Object.entries(content).flatMap(([key, value]) => {
      const definition = fieldset?.fields.get(asciiLower(key));
      const types = typesOfNested(definition, this.#field.types);
      const list = types && listOf(value);
      if (definition === undefined || types === undefined || list === undefined) return [];
      const at = [...path, key];
      this.#paths.push(at);
      const label = definition.label === '' ? key : definition.label;
      const inside =
        typeof value === 'string'
          ? { placed: this.#inText(list, at, types) }
          : { parts: this.#items(list, at, types) };
      return [{ ...plain('list', at, null), label, types, ...inside }];
    });
  }

  #inText(list: readonly JsonValue[], path: JsonPath, types: Types): readonly StructurePart[] {
    const { source } = this.#json;
    const [span] = locate(source.text, [path.slice(this.#base.length)]);
    if (span === undefined || list.length === 0) return [];
    const json = jsonText(stringText({ kind: 'string', span }, source));
    return new Walk(this.#field, json, path, this.#words).parts(list, types);
  }
}

function plain(kind: Raw['kind'], path: JsonPath, value: JsonValue): Raw {
  const id = isObject(value) ? value['id'] : undefined;
  return {
    kind,
    path,
    id: typeof id === 'string' ? id : undefined,
    label: '',
    detail: '',
    type: undefined,
    isHidden: false,
    convertible: [],
    types: undefined,
    parts: [],
  };
}
