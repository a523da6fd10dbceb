import type { JsonObject } from '../../kirby/json/value.ts';
import { addressOf } from '../address.ts';
import { contentValue, orElse, valueOf } from '../content-value.ts';
import { mentionedFiles } from '../files.ts';
import { type Html, snippet } from '../html.ts';
import { imageElement, missingImage, remoteImage } from '../image.ts';
import type { RenderContext } from '../model.ts';
import { isRemote, placeholder } from '../placeholder.ts';
import { captionOf, figureAttributes } from './figure.ts';
import type { BlockRenderer } from './renderer.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * `config/blocks/image/image.php`: `web` shows `src`, every other location the first file that is
 * found. Nothing without an image, and nothing when the link is a UUID of nothing. An editor gets a
 * named placeholder for an image that is missing or on another host.
 */
export const image: BlockRenderer = (content, context) => {
  const picture = pictureOf(content, context);
  const attributes = figureAttributes(content);
  const caption = captionOf(content);
  if (picture === undefined || attributes === undefined || caption === undefined) return undefined;
  const linked = withLink(picture, content, context);
  return linked && figure(attributes, linked, caption);
};

function figure(attributes: Html, picture: Html, caption: Html): Html {
  return snippet`<figure${attributes}>
    ${picture}
  
  ${caption}</figure>
`;
}

function pictureOf(content: JsonObject, context: RenderContext): Html | undefined {
  const location = valueOf(content, 'location').text;
  const alt = valueOf(content, 'alt');
  if (location === undefined) return undefined;
  if (location === 'web') return webPicture(content, alt.text, context);

  const mentioned = mentionedFiles(valueOf(content, 'image'), context);
  const first = mentioned?.find(({ resolution }) => resolution.status === 'found');
  if (first?.resolution.status === 'found') {
    const { file } = first.resolution;
    const { text } = orElse(alt, context.metadata(file)['alt'] ?? '');
    return text === undefined ? undefined : imageElement(context.fileUrl(file), text);
  }
  if (context.audience === 'page') return undefined;
  const asked = mentioned?.[0];
  return asked === undefined ? placeholder('empty', say`No image`) : missingImage(asked);
}

function webPicture(
  content: JsonObject,
  alt: string | undefined,
  context: RenderContext,
): Html | undefined {
  const address = valueOf(content, 'src').text;
  if (address === undefined || alt === undefined) return undefined;
  if (context.audience === 'page') return imageElement(address, alt);
  if (contentValue(address).isEmpty) return placeholder('empty', say`No image address`);
  return isRemote(address) ? remoteImage(address, alt) : imageElement(address, alt);
}

function withLink(picture: Html, content: JsonObject, context: RenderContext): Html | undefined {
  const link = valueOf(content, 'link');
  if (link.isEmpty) return picture;
  const address = link.text === undefined ? undefined : addressOf(link.text, context);
  if (address !== undefined) return linkAround(picture, address);
  if (context.audience === 'page') return undefined;
  const note = placeholder('missing', say`The link leads nowhere, Kirby shows no image`, link.text);
  return snippet`${picture} ${note}`;
}

function linkAround(picture: Html, address: string): Html {
  return snippet`<a href="${address}">
    ${picture}
  </a>`;
}
