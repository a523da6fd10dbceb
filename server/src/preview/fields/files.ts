import { mentionedFiles } from '../files.ts';
import { html } from '../html.ts';
import { thumbnail } from '../thumbnail.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

export const files: FieldRenderer = (value, context, definition) => {
  const mentioned = mentionedFiles(value, context);
  if (mentioned === undefined) return text(value, context, definition);
  return html`<ul class="kirby-files">
    ${mentioned.map((file) => html`<li>${thumbnail(file, context)}</li>`)}
  </ul>`;
};
