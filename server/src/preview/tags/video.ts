import { htmlEntities } from '../../kirby/kirbytext/html-entities.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import { videoPlayer } from '../video.ts';
import { videoCard } from '../video-card.ts';
import { oneLine } from './tag-note.ts';
import { type KirbytextContext, tagFile } from './context.ts';
import { element, figure, isEmpty } from './element.ts';
import { mimeOf } from './mime.ts';
import type { TagCall, TagRenderer } from './renderer.ts';

/**
 * `(video: clip.mp4 autoplay: true)`, `(video: https://youtu.be/…)`. What cannot be played leaves an
 * empty figure. An editor sees a card instead of the player.
 */
export const video: TagRenderer = (tag, context) => {
  const player = context.audience === 'page' ? playerHtml(tag, context) : cardHtml(tag, context);
  return figure(player, htmlEntities(tag.attribute('caption') ?? ''), {
    class: tag.attribute('class') ?? 'video',
    style: tag.attribute('style'),
  });
};

function playerHtml(tag: TagCall, context: KirbytextContext): string {
  const { value } = tag;
  const size = { height: tag.attribute('height'), width: tag.attribute('width') };
  if (isRemoteVideo(value)) {
    const isProvider = /youtu|vimeo/i.test(value);
    const attributes = isProvider ? size : { ...size, ...playback(tag, context) };
    return videoPlayer(value, attributes)?.html ?? '';
  }
  const resolution = tagFile(value, context);
  if (resolution.status !== 'found') return '';
  const { file } = resolution;
  const source = element('source', { src: context.fileUrl(file), type: mimeOf(file.name) });
  return element('video', { ...size, ...playback(tag, context) }, source);
}

function cardHtml(tag: TagCall, context: KirbytextContext): string {
  const { value } = tag;
  const poster = posterOf(tag, context);
  const own = poster !== undefined && !isRemoteVideo(poster) ? poster : undefined;
  if (isRemoteVideo(value)) return oneLine(videoCard(value, own).html);
  const resolution = tagFile(value, context);
  return resolution.status === 'found'
    ? oneLine(videoCard(context.fileUrl(resolution.file), own).html)
    : oneLine(videoCard('', undefined, value === '' ? undefined : value).html);
}

/** Attributes of a player that frames of other sites do not take. */
function playback(tag: TagCall, context: KirbytextContext): Record<string, string | boolean> {
  const autoplay = isTrue(tag.attribute('autoplay'));
  const flag = (name: string, usual: boolean): boolean => {
    const value = tag.attribute(name);
    return value === undefined ? usual : isTrue(value);
  };
  return {
    autoplay,
    controls: flag('controls', true),
    disablepictureinpicture: flag('disablepictureinpicture', false),
    loop: flag('loop', false),
    muted: flag('muted', autoplay),
    playsinline: flag('playsinline', autoplay),
    poster: posterOf(tag, context) ?? '',
    preload: tag.attribute('preload') ?? '',
  };
}

/** A poster is an address, or a file by its name or UUID; what is not found stays as it is. */
function posterOf(tag: TagCall, context: KirbytextContext): string | undefined {
  const poster = tag.attribute('poster');
  if (isEmpty(poster) || isRemoteVideo(poster)) return poster;
  const resolution = tagFile(poster, context);
  return resolution.status === 'found' ? context.fileUrl(resolution.file) : poster;
}

function isRemoteVideo(value: string): boolean {
  return value.startsWith('http://') || value.startsWith('https://');
}

/** PHP's `FILTER_VALIDATE_BOOLEAN`. */
function isTrue(value: string | undefined): boolean {
  return value !== undefined && ['1', 'true', 'on', 'yes'].includes(asciiLower(value.trim()));
}
