import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { say } from '../../kirby/text/say.ts';
import { helpMarkdown } from '../help-text.ts';
import type { CompletionItem } from './completion.ts';

/** How a field of a blueprint presents itself in a list: its label, type and help. */
export function fieldNotes(
  field: FieldDefinition,
): Pick<CompletionItem, 'detail' | 'documentation'> {
  const detail = [field.label, field.type, ...(field.required ? [say`required`] : [])].join(' · ');
  const choices = field.options?.map(({ value }) => `\`${value}\``).join(', ');
  const help = field.help === undefined ? '' : helpMarkdown(field.help);
  const notes = [help, choices].filter((note) => note !== undefined && note !== '');
  return notes.length === 0 ? { detail } : { detail, documentation: notes.join('\n\n') };
}
