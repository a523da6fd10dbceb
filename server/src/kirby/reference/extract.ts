import type { ContentDocument, Field } from '../content/document.ts';
import { parseTags } from '../kirbytext/tags.ts';
import { unknownAttributes } from '../kirbytext/unknown-attributes.ts';
import type { Span } from '../text/span.ts';
import { yamlItems } from '../yaml/items.ts';
import type { NameReference, Reference, ReferencePlace } from './reference.ts';
import { commaParts } from './comma-list.ts';
import { uuidMentions } from './uuids.ts';
import { placeOf } from './place.ts';

/** What a field holds, as far as mentions of pages and files go. */
export type FieldUse =
  /** A Layout or Blocks field. */
  | 'json'
  /** Chosen files or pages: bare names are mentions too. */
  | 'files'
  | 'pages'
  /** Rows of fields: a structure, an object, entries. */
  | 'rows'
  /** One link. */
  | 'link'
  /** Prose, or anything else: only KirbyTags and permalinks count. */
  | 'text'
  /** No blueprint tells. */
  | 'unknown';

/**
 * The mentions of pages and files in a document, in the order of the text, as far as Kirby looks
 * something up for them: what merely reads like one in a sentence is none. Bare names of files in
 * JSON are not among them; only the blocks they stand in can tell.
 *
 * The document is searched for UUIDs once; nothing is parsed where there is nothing to find.
 */
export function references(
  document: ContentDocument,
  useOf: (field: Field) => FieldUse,
): readonly Reference[] {
  return document.fields
    .flatMap((field) => {
      const use = useOf(field);
      return [...uuidsIn(document, field, use), ...namesInField(field, use)];
    })
    .sort((a, b) => a.span.start - b.span.start);
}

function uuidsIn(document: ContentDocument, field: Field, use: FieldUse): readonly Reference[] {
  return uuidMentions(document, field).flatMap(({ scheme, uuid, span, isPermalink }) => {
    if (scheme === 'user') return [];
    const place: ReferencePlace | undefined = isPermalink
      ? 'permalink'
      : placeOf(document.text, field, span, use);
    return place === undefined ? [] : [{ kind: `${scheme}-uuid` as const, uuid, span, place }];
  });
}

function namesInField(field: Field, use: FieldUse): readonly Reference[] {
  if (use === 'files' || use === 'pages') return namesIn(field, use);
  return use === 'text' || use === 'unknown' ? namesInTags(field) : [];
}

/** The bare names and ids among the chosen ones. */
function namesIn(field: Field, use: 'files' | 'pages'): readonly NameReference[] {
  return yamlItems(field.value).flatMap(({ text, span }) =>
    isName(text) && commaParts(text, use) === undefined
      ? [{ kind: nameKind[use], name: text, span, place: 'list' }]
      : [],
  );
}

const nameKind = { files: 'file-name', pages: 'page-id' } as const;

/** Whether an entry can be a name or an id at all, and is none of the other forms. */
function isName(text: string): boolean {
  return text !== '' && !text.includes('://') && !/^[@/#]|[\r\n]/.test(text);
}

/** A quick look, before a text is searched for parentheses that belong together. */
const fileTag = /\((?:image|file|video):/i;

function namesInTags({ value }: Field): readonly NameReference[] {
  return fileNamesInTags(value.text).map(({ text, span }) => ({
    kind: 'file-name',
    name: text,
    span: value.toSource(span),
    place: 'tag',
  }));
}

/**
 * The file names of `(image: …)`, `(file: …)`, `(video: …)` and of a video's poster, with their
 * spans in the text.
 */
export function fileNamesInTags(
  text: string,
): readonly { readonly text: string; readonly span: Span }[] {
  if (!fileTag.test(text)) return [];
  return parseTags(text).flatMap((tag) => {
    const { type, value, attributes } = tag;
    if (!fileTags.has(type)) return [];
    const posters = attributes
      .filter(({ name }) => type === 'video' && name === 'poster')
      .map((attribute) => ({ text: attribute.value, span: attribute.valueSpan }));
    // `a.jpg captoin: Hills` is no name; what is wrong with it is the attribute.
    const hasSlip = value.text.includes(':') && unknownAttributes([tag]).length > 0;
    return [...(hasSlip ? [] : [value]), ...posters].filter((named) => isFileName(named.text));
  });
}

const fileTags: ReadonlySet<string> = new Set(['image', 'file', 'video']);

/** A name in a tag, and not an address, of another host or of this one. */
function isFileName(text: string): boolean {
  return isName(text) && !/^(?:mailto|tel|data):|^\.\.?\/|[?#]/.test(text) && text.includes('.');
}
