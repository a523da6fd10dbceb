import { isColor, swatch } from '../color.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

export const color: FieldRenderer = (value, context, definition) =>
  isColor(value) ? swatch(value) : text(value, context, definition);
