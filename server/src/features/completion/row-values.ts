import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { separatorOf } from '../../kirby/field-types/separated.ts';
import { storages } from '../../kirby/field-types/storage.ts';
import { choiceItem, choicesOf } from './choices.ts';
import type { CompletionItem, CompletionProvider } from './completion.ts';
import { flowText } from './flow-list.ts';
import { insertYaml, insertYamlPart, otherParts } from './yaml-insert.ts';
import { handlerOf, type YamlValuePlace, yamlPlaceAt } from './yaml-place.ts';

/**
 * What may stand behind a key in a row of a structure or in an object, and behind the dash of an
 * entry or in the brackets of a list, however deep it stands.
 */
export const rowValues: CompletionProvider = (request) => {
  const place = yamlPlaceAt(request);
  if (place === undefined || place.place === 'key') return undefined;
  const { context } = request;
  const handler = handlerOf(context);
  const separator = place.place === 'value' ? separatorIn(place.field) : undefined;
  const present = presentValues(place, separator);
  const items = choicesOf(place.field, undefined, context)
    .filter(({ text }) => !present.has(text))
    .filter(({ text }) => place.place !== 'flow' || flowText(place, text, handler) !== undefined)
    .map((choice, index): CompletionItem => ({
      ...choiceItem(choice, index),
      ...(separator === undefined
        ? insertYaml(place, choice.text, handler)
        : insertYamlPart(place, choice.text, separator, handler)),
    }));
  return items.length === 0 ? undefined : { items, isIncomplete: false };
};

function separatorIn(field: FieldDefinition): string | undefined {
  return storages.get(field.type) === 'separated' ? separatorOf(field) : undefined;
}

/** What a list of choices has already: in one text, in brackets, or with a dash each. */
function presentValues(place: YamlValuePlace, separator: string | undefined): ReadonlySet<string> {
  if (place.others !== undefined) return place.others;
  if (separator !== undefined) return otherParts(place, separator);
  return separatorIn(place.field) === undefined ? new Set() : itemsBeside(place);
}

/** The other items of a list, above and below. */
function itemsBeside({ yaml: { source, offset }, column }: YamlValuePlace): ReadonlySet<string> {
  const items = new Set<string>();
  const lineStart = source.text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = source.text.indexOf('\n', offset);
  const above = source.text.slice(0, lineStart).split('\n').slice(0, -1).toReversed();
  const below = lineEnd < 0 ? [] : source.text.slice(lineEnd + 1).split('\n');
  for (const lines of [above, below]) {
    for (const line of lines) {
      if (line.trim() === '') continue;
      const [, blanks, text] = /^([ \t]*)-[ \t]+["']?(.*?)["']?\s*$/.exec(line) ?? [];
      if (text === undefined || blanks?.length !== column) break;
      items.add(text);
    }
  }
  return items;
}
