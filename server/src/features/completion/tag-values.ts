import { attributeNotes } from '../../kirby/kirbytext/tag-attributes.ts';
import type { OpenTag } from '../../kirby/kirbytext/open-tag.ts';
import type { CompletionContext, CompletionProvider } from './completion.ts';
import { tagPlaceAt } from './kirbytext-place.ts';

/** The values of an attribute of a KirbyTag of which there are few: `target: _blank`. */
export const tagValues: CompletionProvider = (request) => {
  const place = tagPlaceAt(request);
  if (place?.isKirbytext !== true || place.tag.kind !== 'inside') return undefined;
  const { text, offset, toSource, encode } = place;
  const { typed, span } = place.tag;
  if (/\s/.test(typed)) return undefined;
  const rest = /^[\w-]*(?=[\s)]|$)/.exec(text.slice(offset, offset + 40))?.[0] ?? '';
  const gap = text[span.start - 1] === ':' ? ' ' : '';
  const items = valuesOf(place.tag, request.context)
    .filter((value) => value.startsWith(typed))
    .map((value, index) => ({
      label: value,
      kind: 'value' as const,
      // Before pages and files, which number theirs.
      sortText: ` ${String(index).padStart(3, '0')}`,
      filterText: value,
      insert: {
        span: toSource({ start: span.start, end: offset + rest.length }),
        text: encode(gap + value),
      },
    }));
  return items.length === 0 ? undefined : { items, isIncomplete: false };
};

function valuesOf(
  { type, attribute }: Extract<OpenTag, { kind: 'inside' }>,
  { site }: CompletionContext,
): readonly string[] {
  if (attribute === undefined) return type.name === 'date' ? ['year'] : [];
  if (attribute === 'lang') return site?.options.languages ?? [];
  return attributeNotes(type, attribute).values ?? [];
}
