import { html } from '../html.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

/** A date or a time, as it is stored. */
export const date: FieldRenderer = (value, context, definition) =>
  value.text === undefined
    ? text(value, context, definition)
    : html`<p class="kirby-value"><time datetime="${value.text}">${value.text}</time></p>`;
