import type { Field } from '../kirby/content/document.ts';
import { jsonOf } from '../kirby/json/json-text.ts';
import { pathAtOffset } from '../kirby/json/path-at.ts';
import { isObject, type JsonPath, type JsonValue, valueAt } from '../kirby/json/value.ts';
import { touches } from '../kirby/text/span.ts';
import type { RuleContext } from '../rules/rule.ts';
import { definitionOf, jsonFields } from '../site/json-fields.ts';
import { textUnder } from './block-text/target.ts';
import { textForms } from './block-text/text-forms.ts';
import { isBlock, isColumn, isRow } from './layout-edit/new-items.ts';
import { wordsIn } from './word-count.ts';

/** What an author wants to know of the place where the cursor is. */
export interface CursorPlace {
  /** The title of the blueprint, or its name; `undefined`: the site knows none. */
  readonly blueprint: string | undefined;
  /** As the Panel calls it. */
  readonly field: string | undefined;
  /** The innermost block, as the Panel calls it. */
  readonly block: string | undefined;
  /** In the block; else in the field, else in the file. */
  readonly words: number;
  /** Whether a block can be moved here, or the row in whose settings the cursor is. */
  readonly isMovable: boolean;
  /** Whether a text can be edited by itself here. */
  readonly hasText: boolean;
}

/** What is at an offset of the document. */
export function cursorPlace(context: RuleContext, offset: number): CursorPlace {
  const { document, site, file } = context;
  const blueprint = site && file && site.blueprints.of(file.model);
  const field = document.fields.find(({ span }) => touches(span, offset));
  const definition = field && blueprint && definitionOf(blueprint.fields, field.name);
  const json = jsonFields(document, site, file).find((one) => one.field === field);
  const part = json && partAt(json.field, offset);
  const type = part?.kind === 'block' ? part.type : undefined;
  const label = definition?.label ?? '';
  const title = blueprint?.title ?? '';
  const way =
    field === undefined ? [] : [field.name, ...(type === undefined ? [] : (part?.path ?? []))];
  const name = type === undefined ? '' : (json?.definition?.fieldsets?.get(type)?.name ?? '');
  return {
    blueprint: title === '' ? blueprint?.name : title,
    field:
      label === '' ? field && document.text.slice(field.nameSpan.start, field.nameSpan.end) : label,
    block: name === '' ? type : name,
    words: wordsIn(textForms(context), way),
    isMovable: part !== undefined && part.kind !== 'column',
    hasText: field !== undefined && textUnder(context, offset) !== undefined,
  };
}

type Part =
  | { readonly kind: 'block'; readonly path: JsonPath; readonly type: string }
  | { readonly kind: 'row' | 'column'; readonly path: JsonPath };

/** The row, column or block of a field that an offset of the document is in, the innermost one. */
function partAt(field: Field, offset: number): Part | undefined {
  const { value, source } = jsonOf(field);
  const at = source.fromSource(offset);
  if (value === undefined || at === undefined) return undefined;
  const path = pathAtOffset(source.text, at);
  // A block is three steps behind its column, and what is deeper stands in its content.
  for (const length of [5, 3, 1]) {
    const found = path.length < length ? undefined : kindOf(valueAt(value, path.slice(0, length)));
    if (found !== undefined) return { ...found, path: path.slice(0, length) };
  }
  return undefined;
}

function kindOf(
  value: JsonValue | undefined,
): { kind: 'block'; type: string } | { kind: 'row' | 'column' } | undefined {
  if (isRow(value)) return { kind: 'row' };
  if (isColumn(value)) return { kind: 'column' };
  if (!isBlock(value) || !isObject(value)) return undefined;
  const { type } = value;
  return { kind: 'block', type: typeof type === 'string' ? type : '' };
}
