import { htmlEntities } from '../../kirby/kirbytext/html-entities.ts';
import type { FileEntry } from '../../site/site.ts';
import { valueOf } from '../content-value.ts';
import { foundFiles, isImage, type MentionedFile, mentionedFiles } from '../files.ts';
import { type Html, raw, snippet } from '../html.ts';
import { missingImage } from '../image.ts';
import type { RenderContext } from '../model.ts';
import { placeholder } from '../placeholder.ts';
import { captionOf, figureAttributes } from './figure.ts';
import type { BlockRenderer } from './renderer.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * `config/blocks/gallery/gallery.php`: the list stands there even when it is empty; what is no image
 * prints its address. An editor sees a placeholder for each image that is not found.
 */
export const gallery: BlockRenderer = (content, context) => {
  const mentioned = mentionedFiles(valueOf(content, 'images'), context);
  const attributes = figureAttributes(content);
  const caption = captionOf(content);
  if (mentioned === undefined || attributes === undefined || caption === undefined) {
    return undefined;
  }
  const pictures = [
    ...foundFiles(mentioned).map((file) => fileHtml(file, context)),
    ...(context.audience === 'editor' ? placeholders(mentioned) : []),
  ];
  return figure(attributes, pictures, caption);
};

function figure(attributes: Html, pictures: readonly Html[], caption: Html): Html {
  return snippet`<figure${attributes}>
  <ul>
  ${pictures.map(
    (picture) => snippet`      <li>
      ${picture}    </li>
  `,
  )}    </ul>
  ${caption}</figure>
`;
}

/** `File::__toString()`: an image as an element, anything else as its address. */
function fileHtml(file: FileEntry, context: RenderContext): Html {
  const address = context.fileUrl(file);
  if (!isImage(file.name)) return raw(address);
  const alt = context.metadata(file)['alt'] ?? '';
  return raw(`<img alt="${htmlEntities(alt)}" src="${htmlEntities(address)}">`);
}

function placeholders(mentioned: readonly MentionedFile[]): readonly Html[] {
  if (mentioned.length === 0) return [placeholder('empty', say`No images`)];
  return mentioned.filter(({ resolution }) => resolution.status !== 'found').map(missingImage);
}
