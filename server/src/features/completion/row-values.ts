import { storages } from '../../kirby/field-types/storage.ts';
import { choiceItem, choicesOf } from './choices.ts';
import type { CompletionItem, CompletionProvider } from './completion.ts';
import { yamlPlaceAt } from './yaml-place.ts';

/** What may stand behind a key in a row of a structure, or in an object. */
export const rowValues: CompletionProvider = ({ context, offset, json }) => {
  const place = json === undefined ? yamlPlaceAt(context, offset) : undefined;
  if (place?.place !== 'value') return undefined;
  const field = place.fields.get(place.key);
  // A list of choices is one text, of which only the first word is easily told from the others.
  if (field === undefined || storages.get(field.type) === 'separated') return undefined;
  const items = choicesOf(field, undefined, context).map((choice, index): CompletionItem => ({
    ...choiceItem(choice, index),
    insert: { span: place.span, text: place.lead + quoted(choice.text) },
  }));
  return items.length === 0 ? undefined : { items, isIncomplete: false };
};

/** In quotation marks where both of Kirby's engines would read something else without them. */
function quoted(text: string): string {
  const isPlain =
    /^[A-Za-z][\w /.-]*$/.test(text) && !/^(?:true|false|yes|no|on|off|y|n|null)$/i.test(text);
  if (isPlain || /^[1-9]\d*$/.test(text) || /^(?:true|false)$/.test(text)) return text;
  return `'${text.replaceAll("'", "''")}'`;
}
