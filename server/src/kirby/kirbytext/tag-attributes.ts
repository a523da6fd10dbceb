import type { TagType } from './tag-types.ts';
import { say } from '../text/say.ts';

/** What Kirby makes of an attribute of a tag: `config/tags.php`. */
export interface AttributeNotes {
  /** One sentence: what it does. */
  readonly description: () => string;
  /** What it can be set to, where that is a matter of a few words. */
  readonly values?: readonly string[];
  /** Whether prose stands in it, in which any word may come next. */
  readonly isProse?: boolean;
}

const switches: readonly string[] = ['true', 'false'];

/** By name; what differs from tag to tag stands below. */
const general: Readonly<Record<string, AttributeNotes>> = {
  alt: { description: () => say`Describes the image to those who cannot see it.`, isProse: true },
  autoplay: {
    description: () => say`Starts the video by itself; it is muted then, unless \`muted: false\`.`,
    values: ['true', 'false'],
  },
  caption: {
    description: () => say`The text below. It may have Markdown in it, but no tags.`,
    isProse: true,
  },
  class: { description: () => say`The CSS class of the element.` },
  controls: {
    description: () => say`Shows the buttons of the player, which is so by itself.`,
    values: switches,
  },
  disablepictureinpicture: {
    description: () => say`Keeps the browser from showing the video in a window of its own.`,
    values: switches,
  },
  download: {
    description: () =>
      say`Saves the file instead of opening it, which is so by itself; \`false\` opens it.`,
    values: ['false', 'true'],
  },
  file: { description: () => say`One file of the gist. All of them are shown without it.` },
  height: { description: () => say`The height in pixels.` },
  imgclass: {
    description: () => say`The CSS class of the image itself; \`class\` is that of its figure.`,
  },
  lang: {
    description: () => say`The code of the language whose version of the page is linked to.`,
  },
  link: {
    description: () =>
      say`Where a click on the image leads: a page, a file, an address, or \`self\`.`,
    values: ['self'],
  },
  linkclass: { description: () => say`The CSS class of the link around the image.` },
  loop: { description: () => say`Starts the video again at its end.`, values: switches },
  muted: { description: () => say`Plays the video without sound.`, values: switches },
  playsinline: {
    description: () =>
      say`Plays the video in its place on phones, too, rather than on the whole screen.`,
    values: switches,
  },
  poster: { description: () => say`The image that is shown until the video plays.` },
  preload: {
    description: () => say`What the browser loads before the video is started.`,
    values: ['metadata', 'none', 'auto'],
  },
  rel: { description: () => say`What the target is to this page, such as \`nofollow\`.` },
  role: { description: () => say`What the link is to screen readers, such as \`button\`.` },
  srcset: {
    description: () => say`Widths separated by commas, or the name of a set in the configuration.`,
  },
  style: { description: () => say`CSS for the figure.` },
  target: {
    description: () => say`Where the link opens: \`_blank\` is a new tab.`,
    values: ['_blank'],
  },
  text: { description: () => say`The words that are shown as the link.`, isProse: true },
  title: {
    description: () => say`The words that appear while the mouse rests on it.`,
    isProse: true,
  },
  width: { description: () => say`The width in pixels.` },
};

const particular: Readonly<Record<string, AttributeNotes>> = {
  'image height': {
    description: () => say`The height in pixels; \`auto\` is that of the file.`,
    values: ['auto'],
  },
  'image width': {
    description: () => say`The width in pixels; \`auto\` is that of the file.`,
    values: ['auto'],
  },
  'video caption': { description: () => say`The text below, which is plain text.`, isProse: true },
  'video class': { description: () => say`The CSS class of the figure; \`video\` without it.` },
};

/** What is known of an attribute that a type declares. */
export function attributeNotes({ name }: TagType, attribute: string): AttributeNotes {
  return particular[`${name} ${attribute}`] ?? general[attribute] ?? { description: () => '' };
}

/** What authors write most comes first; the rest keeps Kirby's order. */
const likely: readonly string[] = [
  'alt',
  'caption',
  'text',
  'link',
  'title',
  'target',
  'poster',
  'width',
  'height',
  'autoplay',
  'loop',
  'muted',
  'class',
];

/** The attributes of a type, the likeliest first. */
export function likelyAttributes({ attributes }: TagType): readonly string[] {
  const first = likely.filter((name) => attributes.includes(name));
  return [...first, ...attributes.filter((name) => !first.includes(name))];
}
