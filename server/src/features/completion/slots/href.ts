import { permalink } from '../../../kirby/html/lost-links.ts';
import type { CompletionRequest } from '../completion.ts';
import type { ReferenceSlot } from '../reference-slot.ts';

/** How far before the cursor its `<a` may stand, in characters. */
const BEFORE = 400;

/** A link of HTML up to the cursor, with its quotation mark, which JSON escapes, and what is typed of the address. */
const opened = /<a\s(?:[^<>]*\s)?href=(\\?["'])((?:\\\/|[^<>"'\\\s])*)$/i;

/** The address of a link in HTML: pages and files, by their permalinks as the writer stores them. */
export function hrefSlot({ context, offset, json }: CompletionRequest): ReferenceSlot | undefined {
  const { text } = context.document;
  const before = text.slice(Math.max(0, offset - BEFORE), offset);
  const [, mark, written] = opened.exec(before) ?? [];
  if (mark === undefined || written === undefined) return undefined;
  const rest = /^(?:\\\/|[^<>"'\\\s])*/.exec(text.slice(offset, offset + BEFORE))?.[0] ?? '';
  const typed = (written + rest).replaceAll('\\/', '/');
  // Addresses of the web, of mail and of places on the page.
  if (/^(?:https?:|mailto:|tel:|#)/i.test(typed)) return undefined;
  const escapes = mark.startsWith('\\') && json?.style.escapesSlashes === true;
  const span = { start: offset - written.length, end: offset + rest.length };
  return {
    offers: 'both',
    form: 'uuid',
    typed: typed.replace(
      /^(?:\/(?:@(?:\/(?:(?:page|file)(?:\/|$))?)?)?|(?:page|file):\/{0,2})/,
      '',
    ),
    filterText: written,
    fileType: undefined,
    insert: (reference) => {
      const address = permalink(reference);
      return { insert: { span, text: escapes ? address.replaceAll('/', '\\/') : address } };
    },
  };
}
