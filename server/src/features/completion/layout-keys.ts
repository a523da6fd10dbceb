import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { storesValue } from '../../kirby/field-types/index.ts';
import type { CompletionContext, CompletionItem, CompletionProvider } from './completion.ts';
import { emptyValue } from './empty-value.ts';
import { fieldNotes } from './field-item.ts';
import { type EmptyValue, insertKey } from './json-insert.ts';
import type { JsonLevel, JsonPlace } from './json-place.ts';
import { say } from '../../kirby/text/say.ts';

interface Key {
  readonly key: string;
  readonly value: EmptyValue;
  readonly detail?: string;
  readonly documentation?: string;
}

/** The keys that a row, a column, a block, its content or the settings still lack. */
export const layoutKeys: CompletionProvider = ({ context, json }) => {
  if (json?.cursor.place !== 'key') return undefined;
  const present = json.cursor.frames.at(-1)?.members;
  const items = keysOf(json.level, context)
    .filter(({ key }) => present?.has(key) !== true)
    .map((key, index) => keyItem(json, key, index));
  return { items, isIncomplete: false };
};

function keysOf(level: JsonLevel, context: CompletionContext): readonly Key[] {
  const list = { before: '[', after: ']' };
  const map = { before: '{', after: '}' };
  const id = { before: `"${context.newId?.() ?? ''}`, after: '"' };
  switch (level.kind) {
    case 'row':
      return [
        { key: 'attrs', value: map, detail: say`Settings of the row` },
        { key: 'columns', value: list, detail: say`Columns from left to right` },
        { key: 'id', value: id, detail: say`Unique name of the row` },
      ];
    case 'column':
      return [
        { key: 'blocks', value: list, detail: say`Blocks from top to bottom` },
        { key: 'id', value: id, detail: say`Unique name of the column` },
        { key: 'width', value: { before: '"', after: '"' }, detail: say`Fraction of the row` },
      ];
    case 'block':
      return [
        { key: 'content', value: map, detail: say`Fields of the block` },
        { key: 'id', value: id, detail: say`Unique name of the block` },
        {
          key: 'isHidden',
          value: { before: 'false', after: '' },
          detail: say`Whether the website leaves the block out`,
        },
        { key: 'type', value: { before: '"', after: '"' }, detail: say`Block type` },
      ];
    case 'values':
      return [...(level.fields ?? [])].flatMap(([key, field]) => fieldKeyOf(key, field));
    case 'rows':
    case 'columns':
    case 'blocks':
    case 'list':
    case 'other':
      return [];
  }
}

function fieldKeyOf(key: string, field: FieldDefinition): readonly Key[] {
  if (!storesValue(field.type)) return [];
  return [{ key, value: emptyValue(field), ...fieldNotes(field) }];
}

function keyItem(json: JsonPlace, { key, value, ...notes }: Key, index: number): CompletionItem {
  return {
    label: key,
    ...notes,
    kind: 'key',
    sortText: String(index).padStart(3, '0'),
    ...insertKey(json, key, value),
  };
}
