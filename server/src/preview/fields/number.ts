import { html } from '../html.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

/** A number with what the blueprint puts before and after it: `12 €`. */
export const number: FieldRenderer = (value, context, definition) => {
  if (value.text === undefined) return text(value, context, definition);
  const { before, after } = definition?.props ?? {};
  const parts = [before, value.text, after].flatMap((part) =>
    typeof part === 'string' && part !== '' ? [part] : [],
  );
  return html`<p class="kirby-value">${parts.join(' ')}</p>`;
};
