import { html } from '../html.ts';
import type { FieldRenderer } from './renderer.ts';

/** Any value as it is. */
export const text: FieldRenderer = (value) => html`<p class="kirby-value">${value}</p>`;
