import { isColor, swatch } from '../color.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

export const color: FieldRenderer = (value, context, definition) =>
  value.text !== undefined && isColor(value.text)
    ? swatch(value.text)
    : text(value, context, definition);
