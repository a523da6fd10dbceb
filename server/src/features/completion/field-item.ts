import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import type { CompletionItem } from './completion.ts';

/** How a field of a blueprint presents itself in a list: its label, type and help. */
export function fieldNotes(
  field: FieldDefinition,
): Pick<CompletionItem, 'detail' | 'documentation'> {
  const detail = `${field.label} · ${field.type}${field.required ? ' · required' : ''}`;
  const choices = field.options?.map(({ value }) => `\`${value}\``).join(', ');
  const notes = [field.help, choices].filter((note) => note !== undefined && note !== '');
  return notes.length === 0 ? { detail } : { detail, documentation: notes.join('\n\n') };
}
