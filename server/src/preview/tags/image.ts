import type { FileResolution } from '../../site/site.ts';
import { missingImage } from '../image.ts';
import { isRemote } from '../placeholder.ts';
import { anchor, linkTo } from './anchor.ts';
import { oneLine, tagNote } from './tag-note.ts';
import { tagFile } from './context.ts';
import { element, figure, isEmpty } from './element.ts';
import type { TagCall, TagContext, TagRenderer } from './renderer.ts';
import { isUuid, urlTo } from './url.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * `(image: cover.jpg caption: *Nice*)`. What the tag does not say, the metadata of the file do. Of a
 * file that is not there, Kirby shows the value as an address; an editor sees its name in a box.
 */
export const image: TagRenderer = (tag, context) => {
  const { value, attribute } = tag;
  const resolution = tagFile(value, context);
  const file = resolution.status === 'found' ? resolution.file : undefined;
  const source = file === undefined ? urlTo(value, context) : context.fileUrl(file);
  if (source === undefined && context.audience === 'page') return undefined;

  const content = file === undefined ? {} : context.metadata(file);
  const pixels = file && context.options?.imageSize?.(file);
  const picture =
    instead(value, resolution, context) ??
    element('img', {
      alt: attribute('alt') ?? content['alt'] ?? '',
      class: attribute('imgclass'),
      height: sizeOf(attribute('height'), pixels?.height),
      src: source,
      srcset: srcsetOf(attribute('srcset'), resolution, context),
      title: attribute('title') ?? content['title'],
      width: sizeOf(attribute('width'), pixels?.width),
    });
  const linked = withLink(picture, source, tag, context);
  if (linked === undefined) return undefined;
  if (context.site?.options.kirbytext.figure === false) return linked;
  const caption = attribute('caption') ?? content['caption'] ?? '';
  const html = isEmpty(caption) ? '' : context.captionHtml(caption);
  return figure(linked, html, { class: attribute('class') });
};

/** What an editor sees instead of an image that is missing. */
function instead(
  value: string,
  resolution: FileResolution,
  { audience }: TagContext,
): string | undefined {
  const isAddress = !isUuid(value) && (isRemote(value) || /^\.{0,2}\//.test(value));
  if (audience === 'page' || resolution.status === 'found' || isAddress) return undefined;
  return oneLine(missingImage({ reference: value, resolution }).html);
}

/** `auto` is the size of the image itself. */
function sizeOf(value: string | undefined, pixels: number | undefined): string | undefined {
  return value === 'auto' ? pixels?.toString() : value;
}

/** Several widths, or the name of some in the options. There are no thumbs here: all are the image. */
function srcsetOf(
  value: string | undefined,
  resolution: FileResolution,
  context: TagContext,
): string | undefined {
  if (isEmpty(value) || resolution.status !== 'found') return value;
  const items = value.split(',').map((item) => item.trim());
  const names = items.filter((item) => item !== '');
  const widths =
    names.length > 1
      ? names.map((name) => Number.parseInt(name, 10) || 0)
      : context.options?.srcsets?.[names[0] ?? ''];
  const url = context.fileUrl(resolution.file);
  return widths?.map((width) => `${url} ${width}w`).join(', ');
}

/** `link: self` leads to the image itself; anything else to a file of that name, or to an address. */
function withLink(
  picture: string,
  source: string | undefined,
  tag: TagCall,
  context: TagContext,
): string | undefined {
  const target = tag.attribute('link');
  if (isEmpty(target)) return picture;
  const content = { kind: 'html', html: picture } as const;
  const attributes = {
    class: tag.attribute('linkclass'),
    rel: tag.attribute('rel'),
    target: tag.attribute('target'),
  };
  const resolution = tagFile(target, context);
  if (resolution.status === 'found') {
    return linkTo(context.fileUrl(resolution.file), content, attributes);
  }
  if (target === 'self')
    return source === undefined ? picture : linkTo(source, content, attributes);
  const linked = anchor(target, content, attributes, context);
  if (linked !== undefined || context.audience === 'page') return linked;
  if (context.site?.state !== 'ready') return picture;
  const why = say`The link "${target}" leads nowhere, so Kirby prints the tag as it stands.`;
  return `${picture} ${tagNote(tag.source, why)}`;
}
