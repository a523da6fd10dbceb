import { phpTrim } from '../../kirby/text/php.ts';
import { html } from '../html.ts';
import type { FieldRenderer } from './renderer.ts';

/** Values side by side, split at the field's separator. */
export const tags: FieldRenderer = (value, _context, definition) => {
  const own = definition?.props['separator'];
  const separator = typeof own === 'string' && own !== '' ? own : ',';
  const parts = value
    .split(separator)
    .map(phpTrim)
    .filter((part) => part !== '');
  return html`<ul class="kirby-tags">
    ${parts.map((part) => html`<li class="kirby-tag">${part}</li>`)}
  </ul>`;
};
