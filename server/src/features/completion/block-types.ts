import type { Fieldset } from '../../kirby/blueprint/blueprint.ts';
import { usualBlockTypes } from '../../kirby/blueprint/usual-block-types.ts';
import { storesValue } from '../../kirby/field-types/index.ts';
import { kirbyBlueprints } from '../../site/blueprint-loader.ts';
import type {
  CompletionContext,
  CompletionItem,
  CompletionProvider,
  CompletionRequest,
} from './completion.ts';
import { emptyValue } from './empty-value.ts';
import { asSnippet, insertValue } from './json-insert.ts';
import type { JsonLevel, JsonPlace } from './json-place.ts';
import { say } from '../../kirby/text/say.ts';

interface BlockType {
  readonly type: string;
  readonly fieldset: Fieldset | undefined;
}

/**
 * The block types that the field allows, in `"type": "…"`; in a list of blocks a whole new block.
 */
export const blockTypes: CompletionProvider = ({ context, json }) => {
  if (json?.cursor.place !== 'value') return undefined;
  const { level, key } = json;
  if (level.kind === 'block' && key === 'type') {
    const items = typesOf(level, context).map((type, index) => typeItem(json, type, index));
    return { items, isIncomplete: false };
  }
  if (level.kind !== 'blocks' || json.cursor.isQuoted) return undefined;
  const items = typesOf(level, context).map((type, index) => blockItem(json, type, index, context));
  return { items, isIncomplete: false };
};

function typesOf(
  { fieldsets }: Extract<JsonLevel, { kind: 'block' | 'blocks' }>,
  { site }: CompletionRequest['context'],
): readonly BlockType[] {
  if (fieldsets !== undefined)
    return [...fieldsets].map(([type, fieldset]) => ({ type, fieldset }));
  const blueprints = site?.blueprints ?? kirbyBlueprints;
  const types = new Set([...usualBlockTypes, ...(site?.options.blockTypes ?? [])]);
  return [...types].map((type) => ({ type, fieldset: blueprints.fieldset(type) }));
}

function typeItem(json: JsonPlace, { type, fieldset }: BlockType, index: number): CompletionItem {
  return { ...notesOf(type, fieldset, index), ...insertValue(json, type, true) };
}

/** A block as the Panel makes it: all its fields, empty or with their defaults. */
function blockItem(
  json: JsonPlace,
  { type, fieldset }: BlockType,
  index: number,
  { newId }: CompletionContext,
): CompletionItem {
  const fields = [...(fieldset?.fields ?? [])].filter(([, field]) => storesValue(field.type));
  const values = fields.map(([key, field]) => ({ key, ...emptyValue(field) }));
  const end = `},"id":"${newId?.() ?? ''}","isHidden":false,"type":${JSON.stringify(type)}}`;
  const text = `{"content":{${values.map(({ key, before, after }) => `"${key}":${before}${after}`).join(',')}${end}`;
  const places = values.map(
    ({ key, before, after }, place) =>
      `${asSnippet(json.encode(`"${key}":${before}`))}$${place + 1}${asSnippet(json.encode(after))}`,
  );
  const { insert, additionalEdits } = insertValue(json, text, false);
  const comma = insert.text.endsWith(',') ? ',' : '';
  const lead = insert.text.startsWith(',') ? ',' : '';
  const start = asSnippet(json.encode('{"content":{'));
  const snippet = `${lead}${start}${places.join(',')}${asSnippet(json.encode(end))}${comma}`;
  return {
    ...notesOf(type, fieldset, index),
    insert: { ...insert, snippet },
    additionalEdits,
    filterText: type,
  };
}

function notesOf(
  type: string,
  fieldset: Fieldset | undefined,
  index: number,
): Pick<CompletionItem, 'label' | 'detail' | 'kind' | 'sortText'> {
  return {
    label: type,
    detail: fieldset?.name ?? say`Block type of this site`,
    kind: 'block',
    sortText: String(index).padStart(3, '0'),
  };
}
