import { html } from '../html.ts';
import type { FieldRenderer } from './renderer.ts';
import { decodedValue, itemsIn } from './rows.ts';
import { text } from './text.ts';

/** The entries of a list, each drawn as the type that all of them have. */
export const entries: FieldRenderer = (value, context, definition) => {
  const items = itemsIn(decodedValue(value, context));
  if (items.length === 0) return text(value, context, definition);
  return html`<ul class="kirby-entries">
    ${items.map((item) => html`<li>${context.draw(item, definition?.entry)}</li>`)}
  </ul>`;
};
