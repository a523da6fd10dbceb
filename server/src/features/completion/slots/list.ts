import type { FieldDefinition } from '../../../kirby/blueprint/blueprint.ts';
import type { CompletionRequest } from '../completion.ts';
import { fieldAround } from '../field-around.ts';
import { flowItemAt, flowText } from '../flow-list.ts';
import { type ReferenceSlot, wantedBy, withoutScheme } from '../reference-slot.ts';
import { handlerOf } from '../yaml-place.ts';

/** The value of a files or pages field, a YAML list (`- file://…`), or of a link field. */
export function listSlot(request: CompletionRequest): ReferenceSlot | undefined {
  const { context, offset, json } = request;
  if (json !== undefined) return undefined;
  const { document, site, file } = context;
  const field = fieldAround(document, offset);
  if (field === undefined || file === undefined) return undefined;
  const definition = site?.blueprints.of(file.model)?.fields.get(field.name);
  const want = wantedBy(definition);
  if (want === undefined || definition === undefined) return undefined;
  const { text } = document;
  const colon = text.indexOf(':', field.nameSpan.end) + 1;
  const lineStart = Math.max(colon, text.lastIndexOf('\n', offset - 1) + 1);
  if (offset < lineStart) return undefined;
  const inBrackets = flowSlot(request, definition, colon);
  if (inBrackets !== undefined) return { ...want, ...inBrackets };
  const [, blank, dash, typed] =
    /^([ \t]*)(-[ \t]*)?["']?([^\s"']*)$/.exec(text.slice(lineStart, offset)) ?? [];
  if (typed === undefined) return undefined;
  const rest = /^[\w/.:@-]*/.exec(text.slice(offset))?.[0] ?? '';
  const lead = leadOf(definition, blank ?? '', dash, lineStart === colon);
  const span = { start: offset - typed.length, end: offset + rest.length };
  return {
    ...want,
    typed: withoutScheme(typed + rest),
    filterText: typed,
    insert: (reference) => ({ insert: { span, text: lead + reference } }),
  };
}

/** The same in brackets: `[file://…, …]`. */
function flowSlot(
  { context, offset }: CompletionRequest,
  { type }: FieldDefinition,
  colon: number,
): Pick<ReferenceSlot, 'typed' | 'filterText' | 'insert'> | undefined {
  const { text } = context.document;
  const blanks = /^\s*(?=\[)/.exec(text.slice(colon, offset))?.[0];
  const item =
    blanks === undefined || type === 'link'
      ? undefined
      : flowItemAt(text, colon + blanks.length, offset);
  if (item === undefined) return undefined;
  const { span } = item;
  const typed = text.slice(span.start, offset);
  const handler = handlerOf(context);
  return {
    typed: withoutScheme(text.slice(span.start, span.end)),
    filterText: typed,
    insert: (reference) => ({
      insert: { span, text: flowText(item, reference, handler) ?? reference },
    }),
  };
}

/** The dash of a list item and its blanks, as far as they are missing. */
function leadOf(
  { type }: FieldDefinition,
  blank: string,
  dash: string | undefined,
  isAfterName: boolean,
): string {
  const gap = isAfterName && blank === '' ? ' ' : '';
  if (type === 'link') return gap;
  if (dash === undefined) return `${gap}- `;
  return dash === '-' ? ' ' : '';
}
