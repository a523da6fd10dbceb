import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import type { Field } from '../../kirby/content/document.ts';
import { separatorOf } from '../../kirby/field-types/separated.ts';
import { storages } from '../../kirby/field-types/storage.ts';
import type { Span } from '../../kirby/text/span.ts';
import { choiceItem, choicesOf, learnedValues } from './choices.ts';
import type { CompletionContext, CompletionItem, CompletionProvider } from './completion.ts';
import { separatedPart } from './separated-part.ts';

/** What may stand in a field of the file: `Status: publ|`. */
export const fieldValues: CompletionProvider = ({ context, offset, json }) => {
  const field = json === undefined ? fieldOnLine(context, offset) : undefined;
  const definition = field === undefined ? undefined : definitionOf(field, context);
  if (field === undefined) return undefined;
  const choices =
    definition === undefined
      ? learnedValues(field.name, context)
      : choicesOf(definition, field.name, context);
  if (choices.length === 0) return undefined;
  const { span, others } = valuePart(context.document.text, field, definition, offset);
  const items = choices
    .filter(({ text }) => !others.has(text))
    .map((choice, index): CompletionItem => ({
      ...choiceItem(choice, index),
      insert: { span, text: choice.text },
    }));
  return { items, isIncomplete: false };
};

/** The field whose one-line value the cursor is in, or would be. */
function fieldOnLine({ document }: CompletionContext, offset: number): Field | undefined {
  const { text } = document;
  return document.fields.find(({ nameSpan, valueSpan }) => {
    const isBehind = text.indexOf(':', nameSpan.end) < offset;
    const end = Math.max(valueSpan.end, lineEnd(text, nameSpan.end));
    return isBehind && offset <= end && !text.slice(nameSpan.end, end).includes('\n');
  });
}

function definitionOf(
  field: Field,
  { site, file }: CompletionContext,
): FieldDefinition | undefined {
  return file === undefined ? undefined : site?.blueprints.of(file.model)?.fields.get(field.name);
}

/** Of `a, b| , c` in a list of choices `b`; otherwise the whole value. `others`: what is chosen already. */
function valuePart(
  text: string,
  { valueSpan, nameSpan }: Field,
  definition: FieldDefinition | undefined,
  offset: number,
): { readonly span: Span; readonly others: ReadonlySet<string> } {
  if (valueSpan.start === valueSpan.end) {
    const colon = text.indexOf(':', nameSpan.end) + 1;
    const start = text[colon] === ' ' && offset > colon ? Math.min(colon + 1, offset) : offset;
    return { span: { start: Math.min(start, offset), end: offset }, others: new Set() };
  }
  const span = { start: Math.min(valueSpan.start, offset), end: Math.max(valueSpan.end, offset) };
  if (definition === undefined || storages.get(definition.type) !== 'separated')
    return { span, others: new Set() };
  const written = text.slice(span.start, span.end);
  const part = separatedPart(written, separatorOf(definition), offset - span.start);
  const [start, end] = [span.start + part.span.start, span.start + part.span.end];
  return { span: { start, end }, others: part.others };
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}
