import type { OpenTag } from '../../kirby/kirbytext/open-tag.ts';
import type { TagType } from '../../kirby/kirbytext/tag-types.ts';
import { describeTag, likelyTags } from '../tag-notes.ts';
import type { CompletionItem, CompletionProvider } from './completion.ts';
import { asSnippet } from './json-insert.ts';
import { type TagPlace, tagPlaceAt } from './kirbytext-place.ts';

/** The types of KirbyTags, at `(` and at `(im`, where Kirby replaces tags. */
export const tagNames: CompletionProvider = (request) => {
  const place = tagPlaceAt(request);
  if (place?.isKirbytext !== true || place.tag.kind !== 'name') return undefined;
  const { tag } = place;
  const typed = tag.typed.toLowerCase();
  const items = likelyTags
    .filter(({ name }) => name.startsWith(typed))
    .map((type, index) => tagItem(place, tag, type, index));
  return items.length === 0 ? undefined : { items, isIncomplete: false };
};

/** Attributes that a tag is hardly ever without. */
const usual: ReadonlyMap<string, readonly string[]> = new Map([
  ['image', ['alt']],
  ['link', ['text']],
]);

function tagItem(
  { toSource, encode }: Pick<TagPlace, 'toSource' | 'encode'>,
  { span, isClosed, hasColon }: Extract<OpenTag, { kind: 'name' }>,
  type: TagType,
  index: number,
): CompletionItem {
  const close = isClosed ? '' : ')';
  const attributes = usual.get(type.name) ?? [];
  const places = ['', ...attributes.map((name) => ` ${name}: `)]
    .map((before, place) => `${asSnippet(encode(before))}$${place + 1}`)
    .join('');
  const start = encode(`${type.name}: `);
  return {
    label: type.name,
    detail: type.description(),
    documentation: describeTag(type),
    kind: 'block',
    sortText: String(index).padStart(3, '0'),
    insert: {
      span: toSource(span),
      ...(hasColon
        ? { text: encode(type.name) }
        : {
            text: start + encode(close),
            snippet: `${asSnippet(start)}${places}${asSnippet(encode(close))}$0`,
          }),
    },
  };
}
