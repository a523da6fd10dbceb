import { referencesOf } from '../content-value.ts';
import { chips } from './chips.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

/** Chosen users by what names them: accounts are not ours to read. */
export const users: FieldRenderer = (value, context, definition) => {
  const references = referencesOf(value, context.site?.options.yamlHandler ?? 'spyc');
  return references === undefined
    ? text(value, context, definition)
    : chips(references.map((reference) => reference.replace(/^user:\/\//, '')));
};
