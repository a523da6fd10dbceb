import { readSeparated } from '../../kirby/field-types/separated.ts';
import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { isArray } from '../../kirby/json/value.ts';
import { chips } from './chips.ts';
import { optionText } from './option-text.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

/** Several values in one text, as the Panel names them. */
export const tags: FieldRenderer = (value, context, definition) => {
  const parts = readSeparated(value.json, definition ?? anyTags);
  if (!isArray(parts)) return text(value, context, definition);
  return chips(
    parts.flatMap((part) =>
      typeof part === 'string' ? [optionText(part, definition, context)] : [],
    ),
  );
};

/** Of a field that no blueprint knows. */
const anyTags: Pick<FieldDefinition, 'type' | 'props'> = { type: 'tags', props: {} };
