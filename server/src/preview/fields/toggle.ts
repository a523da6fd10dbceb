import { contentValue, isTrue } from '../content-value.ts';
import { html } from '../html.ts';
import { yesOrNo } from '../setting.ts';
import type { FieldRenderer } from './renderer.ts';

export const toggle: FieldRenderer = (value) =>
  html`<p class="kirby-value">${yesOrNo(isTrue(contentValue(value)))}</p>`;
