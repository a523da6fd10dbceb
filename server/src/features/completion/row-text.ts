import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import type { MappedText } from '../../kirby/text/mapped-text.ts';
import { valueAtOffset } from '../../kirby/values/at.ts';
import { type FieldValue, spanOf, textOf } from '../../kirby/values/field-value.ts';
import { forms } from '../../site/forms.ts';
import type { CompletionContext } from './completion.ts';
import { escapedIn } from './yaml-insert.ts';
import { yamlOfField } from './yaml-text.ts';

/** A text in the rows of a structure or in an object of the file. */
export interface RowText {
  readonly definition: FieldDefinition;
  readonly source: MappedText;
  /** A piece of the text as the document has it: escaped, where it stands in quotation marks. */
  readonly encode: (text: string) => string;
}

/**
 * The text at a cursor, where the YAML around it can be read: of a textarea, say, or the JSON of a
 * Blocks field, however deep in it the cursor is.
 */
export function rowTextAt(context: CompletionContext, offset: number): RowText | undefined {
  const { document, site, file } = context;
  if (site === undefined || yamlOfField(context, offset) === undefined) return undefined;
  const { yamlHandler } = site.options;
  const found = valueAtOffset(forms(document, site, file), offset, yamlHandler);
  const value = found?.isOnKey === false ? outermostJson(found.value) : undefined;
  const source = value && textOf(value);
  const span = value && spanOf(value);
  if (source?.fromSource(offset) === undefined || value === undefined || span === undefined) {
    return undefined;
  }
  const before = document.text[span.start - 1];
  const quote = before === '"' || before === "'" ? before : '';
  return {
    definition: value.definition,
    source,
    encode: (text) => (quote === '' ? text : escapedIn(text, quote, yamlHandler)),
  };
}

/** The value itself, or the Blocks or Layout field whose JSON it stands in. */
function outermostJson(innermost: FieldValue): FieldValue | undefined {
  let found = innermost;
  for (let value = innermost.form.parent; value !== undefined; value = value.form.parent) {
    if (value.definition.type === 'blocks' || value.definition.type === 'layout') found = value;
  }
  return found.form.kind === 'file' ? undefined : found;
}
