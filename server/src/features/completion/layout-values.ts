import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { storages } from '../../kirby/field-types/storage.ts';
import { writeStringPart } from '../../kirby/json/style.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import { choicesOf } from './choices.ts';
import type { CompletionContext, CompletionItem, CompletionProvider } from './completion.ts';
import { insertValue } from './json-insert.ts';
import { insertListPart, type ListPart, listPartAt } from './json-list.ts';
import type { JsonLevel, JsonPlace } from './json-place.ts';
import { usualWidths, widthsOf } from './widths.ts';

interface Value {
  readonly value: string;
  readonly detail?: string;
  readonly isString: boolean;
  /** Whether it is likelier than the others. */
  readonly isFitting?: boolean;
}

/** Column widths, `isHidden`, and the choices of fields in blocks and settings. */
export const layoutValues: CompletionProvider = ({ json, context, offset }) => {
  if (json?.cursor.place !== 'value') return undefined;
  const part = listPartAt(json, offset);
  const items = valuesAt(json, context, part).map((value, index) =>
    valueItem(json, value, index, part),
  );
  return { items, isIncomplete: false };
};

function valuesAt(
  { level, key, cursor, style }: JsonPlace,
  context: CompletionContext,
  part: ListPart | undefined,
): readonly Value[] {
  switch (level.kind) {
    case 'column':
      return key === 'width' ? widthValues(level, Number(cursor.path.at(-2))) : [];
    case 'block':
      return key === 'isHidden' ? [word('false'), word('true')] : [];
    case 'values':
      return optionValues(level.fields?.get(asciiLower(key)), context, part?.others ?? new Set());
    case 'list': {
      const items = new Set(cursor.frames.at(-1)?.members.values());
      return itemValues(level.field, context).filter(
        ({ value }) => !items.has(writeStringPart(value, style)),
      );
    }
    case 'rows':
    case 'row':
    case 'columns':
    case 'blocks':
    case 'other':
      return [];
  }
}

function widthValues(
  { field }: Extract<JsonLevel, { kind: 'column' }>,
  column: number,
): readonly Value[] {
  const patterns = field?.layouts;
  const widths = patterns === undefined ? usualWidths : widthsOf(patterns);
  return widths.map((value) => ({
    value,
    isString: true,
    isFitting: patterns?.some((pattern) => pattern[column] === value) === true,
  }));
}

/** The choices of a field; of a list in one text those that it has not. */
function optionValues(
  field: FieldDefinition | undefined,
  context: CompletionContext,
  chosen: ReadonlySet<string>,
): readonly Value[] {
  if (field === undefined) return [];
  return choicesOf(field, undefined, context)
    .filter(({ text }) => !chosen.has(text))
    .map(({ text, detail }) => ({
      value: text,
      isString: true,
      ...(detail !== undefined && { detail }),
    }));
}

/** The items of an array: entries, or the choices of a list that is one text elsewhere. */
function itemValues(field: FieldDefinition, context: CompletionContext): readonly Value[] {
  if (field.entry !== undefined) return optionValues(field.entry, context, new Set());
  return storages.get(field.type) === 'separated' ? optionValues(field, context, new Set()) : [];
}

function word(value: string): Value {
  return { value, isString: false };
}

function valueItem(
  json: JsonPlace,
  value: Value,
  index: number,
  part: ListPart | undefined,
): CompletionItem {
  const insertion =
    part === undefined
      ? insertValue(json, value.value, value.isString)
      : insertListPart(json, part, value.value);
  return {
    label: value.value,
    ...(value.detail !== undefined && { detail: value.detail }),
    kind: 'value',
    sortText: (value.isFitting === true ? '0' : '1') + String(index).padStart(3, '0'),
    ...insertion,
  };
}
