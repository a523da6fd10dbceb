import { kirbytextHtml } from '../kirbytext.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

/** KirbyText. */
export const textarea: FieldRenderer = (value, context, definition) =>
  value.text === undefined ? text(value, context, definition) : kirbytextHtml(value.text, context);
