import { codeIn } from '../../kirby/kirbytext/in-code.ts';
import { openTagAt } from '../../kirby/kirbytext/open-tag.ts';
import { parseTags } from '../../kirby/kirbytext/tags.ts';
import type { Span } from '../../kirby/text/span.ts';
import type { FileType } from '../../site/file-types.ts';
import type { FileSlot, MentionedFile, SiteDocument } from './insertion.ts';
import { referenceTo } from './reference.ts';
import { type TextPlace, textPlaceAt } from './text-place.ts';

/** A place in KirbyText: a file becomes `(image: photo.jpg)`, `(video: …)` or `(file: …)`. */
export function textSlot(context: SiteDocument, span: Span): FileSlot | undefined {
  const place = textPlaceAt(context, span);
  if (place?.kind !== 'kirbytext' || isInMarkup(place)) return undefined;
  const tag = openTagAt(place.text, place.span.start);
  if (tag?.kind === 'name' && tag.typed !== '') return undefined;
  if (tag?.kind === 'inside') return tagSlot(place, tag);
  return {
    definition: place.definition,
    takes: () => true,
    insert: (files) => {
      const tags = files.map(tagFor);
      if (tags.includes(undefined)) return undefined;
      return put(place, tags.join(separatorAt(place)));
    },
  };
}

/** A tag whose value is still missing: `(image: |)`. */
function tagSlot(
  place: TextPlace,
  { type, attribute, typed, span }: Extract<ReturnType<typeof openTagAt>, { kind: 'inside' }>,
): FileSlot | undefined {
  const { text } = place;
  const isEmpty = typed === '' && /^\s*\)/.test(text.slice(place.span.start));
  if (attribute !== undefined || !isEmpty || !tagNames.has(type.name)) return undefined;
  return {
    definition: place.definition,
    takes: ([first, ...others]) =>
      others.length === 0 && (type.name === 'file' || tagName(first) === type.name),
    insert: ([file]) => {
      const reference = file && referenceTo(file, 'name');
      if (reference === undefined || /[()]/.test(reference)) return undefined;
      return put(place, (text[span.start - 1] === ':' ? ' ' : '') + reference);
    },
  };
}

const tagNames: ReadonlySet<string> = new Set(['image', 'video', 'file']);

function tagName(type: FileType | undefined): string {
  return type === 'image' || type === 'video' ? type : 'file';
}

/** The tag, if Kirby reads it as it is meant: a name may hold what it takes for an attribute. */
function tagFor(file: MentionedFile): string | undefined {
  const name = tagName(file.type);
  for (const form of ['name', 'uuid'] as const) {
    const reference = referenceTo(file, form);
    const tag = `(${name}: ${reference})`;
    const [read] = parseTags(tag);
    if (read?.span.end === tag.length && read.value.text === reference) return tag;
  }
  return undefined;
}

function put(
  { text, span, put: replace }: TextPlace,
  inserted: string,
): ReturnType<FileSlot['insert']> {
  return replace(text.slice(0, span.start) + inserted + text.slice(span.end));
}

/** Several tags get a line each, unless they stand in the middle of one. */
function separatorAt({ text, span }: TextPlace): string {
  const before = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start);
  const [after = ''] = text.slice(span.end).split('\n', 1);
  return before.trim() === '' && after.trim() === '' ? '\n' : ' ';
}

/** In code, or in a tag of HTML. */
export function isInMarkup({ text, span }: Pick<TextPlace, 'text' | 'span'>): boolean {
  if (codeIn(text)(span.start)) return true;
  return /<[a-z/][^<>\n]*$/i.test(text.slice(Math.max(0, span.start - 300), span.start));
}
