import type { CompletionRequest } from '../completion.ts';
import type { FileType } from '../../../site/file-types.ts';
import type { ReferenceSlot } from '../reference-slot.ts';

const wanted: ReadonlyMap<string, Pick<ReferenceSlot, 'offers' | 'form' | 'fileType'>> = new Map([
  ['image', fileOf('image')],
  ['video', fileOf('video')],
  ['file', fileOf(undefined)],
  ['link', { offers: 'pages', form: 'either', fileType: undefined }],
]);

/** The value of a KirbyTag: `(image: cov|` names a file, `(link: not|` a page. */
export function tagSlot({ context, offset }: CompletionRequest): ReferenceSlot | undefined {
  const { text } = context.document;
  const before = text.slice(Math.max(0, offset - 120), offset);
  const [, tag, typed] = /\((image|video|file|link):[ \t]*([^\s():"']*)$/i.exec(before) ?? [];
  const want = wanted.get(tag?.toLowerCase() ?? '');
  if (want === undefined || typed === undefined) return undefined;
  const rest = /^[^\s():"'\\]*(?=[\s)])/.exec(text.slice(offset, offset + 120))?.[0] ?? '';
  const span = { start: offset - typed.length, end: offset + rest.length };
  return {
    ...want,
    typed,
    filterText: typed,
    insert: (reference) => ({ insert: { span, text: reference } }),
  };
}

function fileOf(
  fileType: FileType | undefined,
): Pick<ReferenceSlot, 'offers' | 'form' | 'fileType'> {
  return { offers: 'files', form: 'id', fileType };
}
