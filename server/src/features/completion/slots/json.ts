import type { FieldDefinition } from '../../../kirby/blueprint/blueprint.ts';
import type { CompletionRequest } from '../completion.ts';
import { insertValue } from '../json-insert.ts';
import type { JsonPlace } from '../json-place.ts';
import { type ReferenceSlot, wantedBy, withoutScheme } from '../reference-slot.ts';

/** A string in the JSON of a Layout or Blocks field that a files, pages or link field holds. */
export function jsonSlot({ json }: CompletionRequest): ReferenceSlot | undefined {
  if (json?.cursor.place !== 'value') return undefined;
  const want = wantedBy(fieldAt(json));
  if (want === undefined) return undefined;
  const { typed } = json.cursor;
  return {
    ...want,
    typed: withoutScheme(typed),
    filterText: typed,
    insert: (reference) => {
      const { insert, additionalEdits } = insertValue(json, reference, true);
      return { insert, additionalEdits };
    },
  };
}

/** The array of a files or pages field, or a link field itself. */
function fieldAt({ level, key }: JsonPlace): FieldDefinition | undefined {
  if (level.kind === 'list') return level.field;
  const field = level.kind === 'values' ? level.fields?.get(key) : undefined;
  return field?.type === 'link' ? field : undefined;
}
