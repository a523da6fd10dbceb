import type { FileType } from '../../../site/file-types.ts';
import type { CompletionRequest } from '../completion.ts';
import { tagPlaceAt } from '../kirbytext-place.ts';
import type { ReferenceSlot } from '../reference-slot.ts';

type Want = Pick<ReferenceSlot, 'offers' | 'form' | 'fileType'>;

/** By the type of a tag, and by its attribute. */
const wanted: ReadonlyMap<string, Want> = new Map([
  ['image', fileOf('image')],
  ['video', fileOf('video')],
  ['file', fileOf(undefined)],
  ['link', { offers: 'pages', form: 'either', fileType: undefined }],
  ['video poster', fileOf('image')],
  ['image link', { offers: 'both', form: 'either', fileType: undefined }],
]);

/**
 * The value of a KirbyTag or of an attribute that names something: `(image: cov|` names a file,
 * `(link: not|` a page.
 */
export function tagSlot(request: CompletionRequest): ReferenceSlot | undefined {
  const place = tagPlaceAt(request);
  if (place?.tag.kind !== 'inside') return undefined;
  const { type, attribute, typed, span } = place.tag;
  const want = wanted.get(attribute === undefined ? type.name : `${type.name} ${attribute}`);
  if (want === undefined || /[():"'\n]/.test(typed)) return undefined;
  const { text, offset } = place;
  const rest = /^[^\s():"'\\]*(?=[\s)])/.exec(text.slice(offset, offset + 120))?.[0] ?? '';
  const gap = text[span.start - 1] === ':' ? ' ' : '';
  return {
    ...want,
    typed,
    filterText: typed,
    insert: (reference) => ({
      insert: {
        span: place.toSource({ start: span.start, end: offset + rest.length }),
        text: place.encode(gap + reference),
      },
    }),
  };
}

function fileOf(fileType: FileType | undefined): Want {
  return { offers: 'files', form: 'id', fileType };
}
