import type { CompletionRequest } from '../completion.ts';
import { type ReferenceSlot, withoutScheme } from '../reference-slot.ts';

/** `file://…` and `page://…`, wherever they stand; in legacy JSON with `\/`. */
export function schemeSlot({
  context,
  offset,
  json,
}: CompletionRequest): ReferenceSlot | undefined {
  const { text } = context.document;
  const before = text.slice(Math.max(0, offset - 60), offset);
  const [token, scheme, slashes] =
    /\b(file|page):((?:\\?\/){0,2})(?:(?<=\/)[\w.-]*)?$/.exec(before) ?? [];
  if (token === undefined || scheme === undefined) return undefined;
  const rest = /^[\w-]*/.exec(text.slice(offset, offset + 60))?.[0] ?? '';
  const escapes = slashes?.includes('\\') === true || json?.style.escapesSlashes === true;
  const span = { start: offset - token.length, end: offset + rest.length };
  return {
    offers: scheme === 'file' ? 'files' : 'pages',
    form: 'uuid',
    typed: withoutScheme(token) + rest,
    filterText: token,
    fileType: undefined,
    insert: (reference) => ({
      insert: { span, text: escapes ? reference.replaceAll('/', '\\/') : reference },
    }),
  };
}
