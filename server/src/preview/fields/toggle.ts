import { isTrue } from '../content-value.ts';
import { html } from '../html.ts';
import { yesOrNo } from '../setting.ts';
import type { FieldRenderer } from './renderer.ts';

/** On or off, in the words of the blueprint where it has any. */
export const toggle: FieldRenderer = (value, _context, definition) => {
  const isOn = isTrue(value);
  const given = definition?.props['text'];
  const own = definition?.options?.find((option) => option.value === String(isOn))?.text;
  const shown = given === undefined ? yesOrNo(isOn) : (own ?? yesOrNo(isOn));
  // A line break in it would be one on the page.
  return html`<p class="kirby-value">${shown}</p>`;
};
