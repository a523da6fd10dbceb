import { raw } from '../html.ts';
import { withoutRemoteImages } from '../local-html.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

/** The HTML of a writer or list field. */
export const writer: FieldRenderer = (value, context, definition) =>
  value.text === undefined
    ? text(value, context, definition)
    : raw(withoutRemoteImages(value.text));
