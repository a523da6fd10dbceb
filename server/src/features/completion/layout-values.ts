import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { separatedItems, separatorOf } from '../../kirby/field-types/separated.ts';
import { storages } from '../../kirby/field-types/storage.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import { choicesOf } from './choices.ts';
import type { CompletionContext, CompletionItem, CompletionProvider } from './completion.ts';
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

/** Column widths, `isHidden`, and the choices of fields in blocks and settings. */
export const layoutValues: CompletionProvider = ({ json, context }) => {
  if (json?.cursor.place !== 'value') return undefined;
  const items = valuesAt(json, context).map((value, index) => valueItem(json, value, index));
  return { items, isIncomplete: false };
};

function valuesAt({ level, key, cursor }: JsonPlace, context: CompletionContext): readonly Value[] {
  switch (level.kind) {
    case 'column':
      return key === 'width' ? widthValues(level, Number(cursor.path.at(-2))) : [];
    case 'block':
      return key === 'isHidden' ? [word('false'), word('true')] : [];
    case 'values':
      return optionValues(level.fields?.get(asciiLower(key)), cursor.typed, context);
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

/** The choices of a field; of a list in one text those that come next: `"a, |"`. */
function optionValues(
  field: FieldDefinition | undefined,
  typed: string,
  context: CompletionContext,
): readonly Value[] {
  if (field === undefined) return [];
  const choices = choicesOf(field, undefined, context);
  const isList = storages.get(field.type) === 'separated';
  const begun = isList ? chosenBefore(typed, separatorOf(field)) : '';
  const chosen = new Set(separatedItems(begun, separatorOf(field)).map(({ text }) => text));
  return choices
    .filter(({ text }) => !chosen.has(text))
    .map(({ text, detail }) => ({
      value: begun + text,
      isString: true,
      ...(detail !== undefined && { detail }),
    }));
}

/** What stands before the value that is being typed: of `a, b` it is `a, `. */
function chosenBefore(typed: string, separator: string): string {
  const last = typed.lastIndexOf(separator);
  if (last < 0) return '';
  const end = last + separator.length;
  return typed.slice(0, end) + (/^\s*/.exec(typed.slice(end))?.[0] ?? '');
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
