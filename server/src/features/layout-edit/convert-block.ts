import type { Fieldset } from '../../kirby/blueprint/blueprint.ts';
import { isObject, type JsonObject, type JsonValue } from '../../kirby/json/value.ts';
import { Refusal } from './draft.ts';
import { type StructureField, typesAt } from './fields.ts';
import { isBlock, newContent } from './new-items.ts';
import type { Place } from './operation.ts';
import { fieldAt, type Outcome, valueOf, type Work } from './perform.ts';
import { type ProseType, proseOf, proseTypes, proseText } from './prose.ts';
import { say } from '../../kirby/text/say.ts';

/** The types that a block can become without losing its text. */
export function convertibleTo(
  block: JsonValue,
  types: StructureField['types'],
): readonly ProseType[] {
  const from = isBlock(block) ? proseTypes.find((type) => type === block['type']) : undefined;
  if (from === undefined || !isObject(block) || !isObject(block['content'])) return [];
  if (typeof block['content']['text'] !== 'string') return [];
  return proseTypes.filter((type) => type !== from && types.get(type)?.fields.has('text') === true);
}

/**
 * Makes a block one of another type with the same text. It keeps its id and its other fields, as far
 * as the new type has them; the source of a quote becomes a paragraph.
 */
export function convertBlock(work: Work, item: Place, type: string): Outcome {
  const { draft } = work;
  const { field, path } = item;
  const block = valueOf(work, item);
  const types =
    typesAt(fieldAt(work, field), path.slice(0, -1), draft.value(field)) ??
    new Map<string, Fieldset | undefined>();
  const to = convertibleTo(block, types).find((one) => one === type);
  if (to === undefined || !isBlock(block) || !isObject(block['content']))
    throw new Refusal(say`The block cannot become one of the type "${type}".`);
  const { content } = block;
  const from = typeof block['type'] === 'string' ? block['type'] : '';
  const prose = proseOf(from, content);
  if (prose === undefined)
    throw new Refusal(say`The text holds more than paragraphs, so it would not stay as it is.`);
  const at = [...path, 'content'];
  const text = proseText(to, prose);
  if (text !== content['text'])
    draft.change(field, { kind: 'set', path: [...at, 'text'], value: text });
  const { missing, surplus } = otherKeys(content, types.get(from), types.get(to));
  for (const key of surplus) draft.change(field, { kind: 'remove', path: [...at, key] });
  for (const [key, value] of missing) {
    const given = key === 'level' && prose.level !== undefined ? prose.level : value;
    draft.change(field, { kind: 'set', path: [...at, key], value: given });
  }
  draft.change(field, { kind: 'set', path: [...path, 'type'], value: to });
  return { selected: [draft.follow(item)] };
}

function otherKeys(
  content: JsonObject,
  from: Fieldset | undefined,
  to: Fieldset | undefined,
): {
  readonly missing: readonly (readonly [string, JsonValue])[];
  readonly surplus: readonly string[];
} {
  const missing = Object.entries(newContent(to)).filter(([key]) => !Object.hasOwn(content, key));
  // What no blueprint knows stays.
  const surplus = Object.keys(content).filter(
    (key) => from?.fields.has(key) === true && to?.fields.has(key) !== true,
  );
  return { missing, surplus };
}
