import { isImage, type MentionedFile } from './files.ts';
import { html, type Html } from './html.ts';
import { missingImage } from './image.ts';
import type { RenderContext } from './model.ts';

/** A file that content names: a small image, a name, or a box that says what is missing. */
export function thumbnail(mentioned: MentionedFile, context: RenderContext): Html {
  if (mentioned.resolution.status !== 'found') return missingImage(mentioned);
  const { file } = mentioned.resolution;
  if (!isImage(file.name)) return html`<span class="kirby-file">${file.name}</span>`;
  const alt = context.metadata(file)['alt'] ?? '';
  return html`<img
    class="kirby-thumbnail"
    src="${context.fileUrl(file)}"
    alt="${alt === '' ? file.name : alt}"
  />`;
}

/** Whether a text names a file by its shape: a UUID, or a name with an image's extension. */
export function looksLikeFile(text: string): boolean {
  return /^file:\/\/\S+$/.test(text) || (/^[^\s<>:]+$/.test(text) && isImage(text));
}
