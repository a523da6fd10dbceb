import { attributeNotes, likelyAttributes } from '../../kirby/kirbytext/tag-attributes.ts';
import { describeAttribute } from '../tag-notes.ts';
import type { CompletionProvider } from './completion.ts';
import { asSnippet } from './json-insert.ts';
import { tagPlaceAt } from './kirbytext-place.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * The attributes that a KirbyTag does not have yet, after its value. In prose, where most blanks are
 * just blanks, only what the author begins to type.
 */
export const tagAttributes: CompletionProvider = (request) => {
  const place = tagPlaceAt(request);
  if (place?.isKirbytext !== true || place.tag.kind !== 'inside') return undefined;
  const { text, offset, toSource, encode } = place;
  const { type, attribute, typed, present } = place.tag;
  const word = /\S\s+([A-Za-z]*)$/.exec(typed)?.[1];
  if (word === undefined) return undefined;
  const isProse = attribute !== undefined && attributeNotes(type, attribute).isProse === true;
  if (isProse && word === '') return undefined;
  // `cap|tion: …`: the name that stands there is replaced, with its colon.
  const rest =
    word === '' ? '' : (/^[A-Za-z]*:[ \t]?/.exec(text.slice(offset, offset + 40))?.[0] ?? '');
  const span = toSource({ start: offset - word.length, end: offset + rest.length });
  const gap = /^[A-Za-z]/.test(text.slice(offset + rest.length)) && rest === '' ? ' ' : '';
  // The name that is replaced may come again.
  const replaced = rest === '' ? '' : (word + rest).toLowerCase().replace(/:.*/, '');
  const items = likelyAttributes(type)
    .filter(
      (name) => (!present.has(name) || name === replaced) && name.startsWith(word.toLowerCase()),
    )
    .map((name, index) => {
      const inserted = encode(`${name}: `);
      return {
        label: name,
        detail: say`Attribute of (${type.name}: …)`,
        documentation: describeAttribute(type, name),
        kind: 'key' as const,
        sortText: String(index).padStart(3, '0'),
        insert: { span, text: inserted, snippet: `${asSnippet(inserted)}$0${gap}` },
      };
    });
  return items.length === 0 ? undefined : { items, isIncomplete: false };
};
