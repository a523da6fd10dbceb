import type { ContentDocument } from '../kirby/content/document.ts';
import { fieldNamed } from '../kirby/content/parse.ts';
import type { ContentFile } from '../site/site.ts';
import { isImage } from './files.ts';
import { html, type Html } from './html.ts';
import type { RenderContext } from './model.ts';

/** The image that a metadata file belongs to, with its text and the point that stays in sight. */
export function ownPicture(
  document: ContentDocument,
  context: RenderContext,
  file: ContentFile | undefined,
): Html | undefined {
  const model = file?.model;
  if (model?.kind !== 'file' || !model.file.hasBinary || !isImage(model.file.name)) {
    return undefined;
  }
  const valueOf = (name: string): string => fieldNamed(document, name)?.value.text ?? '';
  const alt = valueOf('alt') || context.metadata(model.file)['alt'] || model.file.name;
  return html`<figure class="kirby-picture">
    <img src="${context.fileUrl(model.file)}" alt="${alt}" />${focusMark(valueOf('focus'))}
  </figure>`;
}

/**
 * A mark over the image, where `Kirby\\Cms\\File::focusPoint()` is: `30% 40%`, `0.3 0.4`. The corner of
 * a cell is the point, because a table may have its sizes in attributes; styles the page refuses.
 */
function focusMark(focus: string): Html | undefined {
  const [, x, percent, y] =
    /^\s*(\d+(?:\.\d+)?)(%?)\s*[,\s]\s*(\d+(?:\.\d+)?)%?\s*$/.exec(focus) ?? [];
  if (x === undefined || y === undefined) return undefined;
  const share = (part: string): number =>
    Math.min(100, Math.round(Number(part) * (percent === '%' ? 1 : 100)));
  return html`<table class="kirby-focus" role="presentation" aria-hidden="true">
    <tr>
      <td width="${share(x)}%" height="${share(y)}%"></td>
      <td></td>
    </tr>
    <tr>
      <td></td>
      <td class="kirby-focus-point"></td>
    </tr>
  </table>`;
}
