import { isColor, swatch } from '../color.ts';
import { optionText } from './option-text.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

/** A colour as a swatch, by the name that the blueprint gives it. */
export const color: FieldRenderer = (value, context, definition) =>
  value.text !== undefined && isColor(value.text)
    ? swatch(value.text, optionText(value.text, definition, context))
    : text(value, context, definition);
