import type { FieldDefinition, FieldOption } from '../../kirby/blueprint/blueprint.ts';
import type { CompletionItem, CompletionProvider } from './completion.ts';
import { insertValue } from './json-insert.ts';
import type { JsonLevel, JsonPlace } from './json-place.ts';
import { usualWidths, widthsOf } from './widths.ts';

interface Value {
  readonly value: string;
  readonly detail?: string;
  readonly isString: boolean;
  /** Whether it is likelier than the others. */
  readonly isFitting?: boolean;
}

/** Column widths, `isHidden`, and the choices of select, radio and toggle fields and settings. */
export const layoutValues: CompletionProvider = ({ json }) => {
  if (json?.cursor.place !== 'value') return undefined;
  const items = valuesAt(json).map((value, index) => valueItem(json, value, index));
  return { items, isIncomplete: false };
};

function valuesAt({ level, key, cursor }: JsonPlace): readonly Value[] {
  switch (level.kind) {
    case 'column':
      return key === 'width' ? widthValues(level, Number(cursor.path.at(-2))) : [];
    case 'block':
      return key === 'isHidden' ? [word('false'), word('true')] : [];
    case 'values':
      return optionValues(level.fields?.get(key));
    case 'rows':
    case 'row':
    case 'columns':
    case 'blocks':
    case 'list':
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

/** Of fields that hold one choice; lists of choices are text of their own. */
function optionValues(field: FieldDefinition | undefined): readonly Value[] {
  return (field?.options ?? []).map(optionValue);
}

function optionValue({ value, text }: FieldOption): Value {
  return text === value ? { value, isString: true } : { value, detail: text, isString: true };
}

function word(value: string): Value {
  return { value, isString: false };
}

function valueItem(json: JsonPlace, value: Value, index: number): CompletionItem {
  const { insert, additionalEdits, filterText } = insertValue(json, value.value, value.isString);
  return {
    label: value.value,
    ...(value.detail !== undefined && { detail: value.detail }),
    kind: 'value',
    sortText: (value.isFitting === true ? '0' : '1') + String(index).padStart(3, '0'),
    insert,
    additionalEdits,
    filterText,
  };
}
