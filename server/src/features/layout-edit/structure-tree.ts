import { isObject, type JsonPath, type JsonValue } from '../../kirby/json/value.ts';
import { jsonOf } from '../../kirby/json/json-text.ts';
import type { Span } from '../../kirby/text/span.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { definitionOf } from '../../site/json-fields.ts';
import { firstWords } from '../symbols.ts';
import { convertibleTo } from './convert-block.ts';
import { structureFields, type StructureField } from './fields.ts';
import { isBlock, isRow } from './new-items.ts';

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
  readonly kind: 'row' | 'column' | 'block';
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
  readonly span: Span;
  readonly parts: readonly StructurePart[];
}

/** The rows, columns and blocks of all Layout and Blocks fields of a document. */
export function structureTrees(context: RuleContext): readonly StructureTree[] {
  return structureFields(context).map((field) => {
    const label = field.definition?.label ?? '';
    const { text } = context.document;
    const { start, end } = field.field.nameSpan;
    const value = field.field.value.text === '' ? [] : jsonOf(field.field).value;
    return {
      field,
      label: label === '' ? text.slice(start, end) : label,
      isReadable: Array.isArray(value),
      parts: Array.isArray(value) ? new Walk(field).parts(value) : [],
    };
  });
}

type Raw = Omit<StructurePart, 'span' | 'parts'> & { readonly parts: readonly Raw[] };

class Walk {
  readonly #field: StructureField;
  readonly #paths: JsonPath[] = [];

  constructor(field: StructureField) {
    this.#field = field;
  }

  parts(value: readonly JsonValue[]): readonly StructurePart[] {
    const raw = this.#items(value, []);
    const spans = jsonOf(this.#field.field).spansAt(this.#paths);
    const byPath = new Map(this.#paths.map((path, index) => [path, spans[index]]));
    const placed = ({ parts, ...rest }: Raw): StructurePart => ({
      ...rest,
      span: byPath.get(rest.path) ?? this.#field.field.valueSpan,
      parts: parts.map(placed),
    });
    return raw.map(placed);
  }

  #items(list: JsonValue | undefined, path: JsonPath): readonly Raw[] {
    if (!Array.isArray(list)) return [];
    return list.flatMap((item: JsonValue, index) => {
      const at = [...path, index];
      if (isRow(item)) return [this.#row(item, at, index)];
      return isBlock(item) ? [this.#block(item, at)] : [];
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
          const blocks = this.#items(column['blocks'], [...place, 'blocks']);
          return [{ ...plain('column', place, column), label, parts: blocks }];
        })
      : [];
    const widths = parts.map(({ label }) => label).join(' + ');
    const detail = [widths, this.#settings(attrs)].filter((part) => part !== '').join(' · ');
    return { ...plain('row', path, row), label: `Row ${String(index + 1)}`, detail, parts };
  }

  /** What the settings of a row are, those that are not empty. */
  #settings(attrs: JsonValue | undefined): string {
    if (!isObject(attrs)) return '';
    return Object.entries(attrs)
      .flatMap(([key, value]) => {
        const given = typeof value === 'number' ? String(value) : value;
        if (value === true || value === 'true') return [this.#labelOf(key)];
        const isSaid = typeof given === 'string' && given !== '' && given !== 'false';
        return isSaid ? [`${this.#labelOf(key)}: ${given}`] : [];
      })
      .join(', ');
  }

  #labelOf(key: string): string {
    const settings = this.#field.definition?.settings;
    const label = settings && definitionOf(settings, key)?.label;
    return label === undefined || label === '' ? key : label;
  }

  #block(block: JsonValue, path: JsonPath): Raw {
    this.#paths.push(path);
    const { type, content, isHidden } = isObject(block) ? block : {};
    const name = typeof type === 'string' ? type : '';
    const fieldset = this.#field.types.get(name);
    return {
      ...plain('block', path, block),
      label: fieldset === undefined || fieldset.name === '' ? name : fieldset.name,
      detail: content === undefined ? '' : firstWords(content),
      type: name,
      isHidden:
        isHidden === true || (typeof isHidden === 'string' && !['', '0'].includes(isHidden)),
      convertible: convertibleTo(block, this.#field),
    };
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
    parts: [],
  };
}
