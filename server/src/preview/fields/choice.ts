import { phpTrim } from '../../kirby/text/php.ts';
import { html } from '../html.ts';
import { optionText } from './option-text.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

/** One of the options of a select, radio or toggles field, as the Panel names it. */
export const choice: FieldRenderer = (value, context, definition) =>
  value.text === undefined
    ? text(value, context, definition)
    : html`<p class="kirby-value">${optionText(phpTrim(value.text), definition, context)}</p>`;
