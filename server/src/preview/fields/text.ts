import { html } from '../html.ts';
import { summary } from '../setting.ts';
import type { FieldRenderer } from './renderer.ts';

/** Any value as it is; of lists and objects a few words. */
export const text: FieldRenderer = ({ text: written, json }) =>
  html`<p class="kirby-value">${written ?? summary(json ?? null)}</p>`;
