import type { JsonObject } from '../../kirby/json/value.ts';
import { isTrue, valueOf } from '../content-value.ts';
import { foundFiles, mentionedFiles } from '../files.ts';
import { type Html, snippet } from '../html.ts';
import type { RenderContext } from '../model.ts';
import { type VideoAttributes, videoPlayer } from '../video.ts';
import { videoCard } from '../video-card.ts';
import { captionOf } from './figure.ts';
import type { BlockRenderer } from './renderer.ts';

/**
 * `config/blocks/video/video.php`: a file of the site when the location is `kirby` and it is found,
 * otherwise the `url`; nothing when that leads to no player. An editor sees a card that links there,
 * because nothing from elsewhere is loaded into the preview.
 */
export const video: BlockRenderer = (content, context) => {
  const source = sourceOf(content, context);
  const caption = captionOf(content, figcaption);
  if (source === undefined || caption === undefined) return undefined;
  const player =
    context.audience === 'page'
      ? videoPlayer(source.address, source.attributes)
      : videoCard(source.address, source.poster, missingVideo(content, context));
  return player && figure(player, caption);
};

function figure(player: Html, caption: Html): Html {
  return snippet`<figure>
  ${player}  ${caption}</figure>
`;
}

function figcaption(text: Html): Html {
  return snippet`  <figcaption>${text}</figcaption>
  `;
}

interface Source {
  readonly address: string;
  readonly attributes: VideoAttributes;
  readonly poster: string | undefined;
}

function sourceOf(content: JsonObject, context: RenderContext): Source | undefined {
  const location = valueOf(content, 'location').text;
  if (location === undefined) return undefined;
  if (location === 'kirby') {
    const mentioned = mentionedFiles(valueOf(content, 'video'), context);
    if (mentioned === undefined) return undefined;
    const file = foundFiles(mentioned)[0];
    if (file !== undefined) return fileSource(context.fileUrl(file), content, context);
  }
  const address = valueOf(content, 'url').text;
  return address === undefined ? undefined : { address, attributes: {}, poster: undefined };
}

function fileSource(
  address: string,
  content: JsonObject,
  context: RenderContext,
): Source | undefined {
  const posters = mentionedFiles(valueOf(content, 'poster'), context);
  if (posters === undefined) return undefined;
  const posterFile = foundFiles(posters)[0];
  const poster = posterFile === undefined ? undefined : context.fileUrl(posterFile);
  const autoplay = isTrue(valueOf(content, 'autoplay'));
  const preload = valueOf(content, 'preload').text;
  return {
    address,
    poster,
    attributes: {
      autoplay,
      controls: isTrue(valueOf(content, 'controls')),
      loop: isTrue(valueOf(content, 'loop')),
      muted: autoplay || isTrue(valueOf(content, 'muted')),
      playsinline: autoplay,
      poster,
      preload: preload === '0' ? undefined : preload,
    },
  };
}

/** The video file that is named and not found. */
function missingVideo(content: JsonObject, context: RenderContext): string | undefined {
  if (valueOf(content, 'location').text !== 'kirby') return undefined;
  return mentionedFiles(valueOf(content, 'video'), context)?.find(
    ({ resolution }) => resolution.status !== 'found',
  )?.reference;
}
