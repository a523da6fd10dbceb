import { storages, storesValue } from '../../kirby/field-types/storage.ts';
import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import type { CompletionProvider } from './completion.ts';
import { fieldNotes } from './field-item.ts';
import { asSnippet } from './json-insert.ts';
import { yamlPlaceAt } from './yaml-place.ts';

/** The keys that a row of a structure, or an object, does not have yet. */
export const rowKeys: CompletionProvider = (request) => {
  const place = yamlPlaceAt(request);
  if (place?.place !== 'key') return undefined;
  const { source, encode } = place.yaml;
  const span = source.toSource(place.span);
  const items = [...place.fields]
    .filter(([key, field]) => storesValue(field.type) && !place.present.has(key))
    .map(([key, field], index) => {
      const text = encode(place.hasColon ? key : `${key}:${gapAfter(field)}`);
      return {
        label: key,
        ...fieldNotes(field),
        kind: 'key' as const,
        sortText: String(index).padStart(3, '0'),
        filterText: key,
        insert: { span, text, snippet: `${asSnippet(text)}$0` },
      };
    });
  return items.length === 0 ? undefined : { items, isIncomplete: false };
};

/** Lists and maps stand below their key. */
function gapAfter({ type }: FieldDefinition): string {
  const storage = storages.get(type);
  return storage === 'yaml-list' || storage === 'yaml-rows' || storage === 'yaml-map' ? '' : ' ';
}
