import type { TagType } from './tag-types.ts';

/** What Kirby makes of an attribute of a tag: `config/tags.php`. */
export interface AttributeNotes {
  /** One sentence: what it does. */
  readonly description: string;
  /** What it can be set to, where that is a matter of a few words. */
  readonly values?: readonly string[];
  /** Whether prose stands in it, in which any word may come next. */
  readonly isProse?: boolean;
}

const switches: readonly string[] = ['true', 'false'];

/** By name; what differs from tag to tag stands below. */
const general: Readonly<Record<string, AttributeNotes>> = {
  alt: { description: 'Describes the image to those who cannot see it.', isProse: true },
  autoplay: {
    description: 'Starts the video by itself; it is muted then, unless `muted: false`.',
    values: ['true', 'false'],
  },
  caption: {
    description: 'The text below. It may have Markdown in it, but no tags.',
    isProse: true,
  },
  class: { description: 'The CSS class of the element.' },
  controls: {
    description: 'Shows the buttons of the player, which is so by itself.',
    values: switches,
  },
  disablepictureinpicture: {
    description: 'Keeps the browser from showing the video in a window of its own.',
    values: switches,
  },
  download: {
    description: 'Saves the file instead of opening it, which is so by itself; `false` opens it.',
    values: ['false', 'true'],
  },
  file: { description: 'One file of the gist. All of them are shown without it.' },
  height: { description: 'The height in pixels.' },
  imgclass: { description: 'The CSS class of the image itself; `class` is that of its figure.' },
  lang: { description: 'The code of the language whose version of the page is linked to.' },
  link: {
    description: 'Where a click on the image leads: a page, a file, an address, or `self`.',
    values: ['self'],
  },
  linkclass: { description: 'The CSS class of the link around the image.' },
  loop: { description: 'Starts the video again at its end.', values: switches },
  muted: { description: 'Plays the video without sound.', values: switches },
  playsinline: {
    description: 'Plays the video in its place on phones, too, rather than on the whole screen.',
    values: switches,
  },
  poster: { description: 'The image that is shown until the video plays.' },
  preload: {
    description: 'What the browser loads before the video is started.',
    values: ['metadata', 'none', 'auto'],
  },
  rel: { description: 'What the target is to this page, such as `nofollow`.' },
  role: { description: 'What the link is to screen readers, such as `button`.' },
  srcset: { description: 'Widths separated by commas, or the name of a set in the configuration.' },
  style: { description: 'CSS for the figure.' },
  target: { description: 'Where the link opens: `_blank` is a new tab.', values: ['_blank'] },
  text: { description: 'The words that are shown as the link.', isProse: true },
  title: { description: 'The words that appear while the mouse rests on it.', isProse: true },
  width: { description: 'The width in pixels.' },
};

const particular: Readonly<Record<string, AttributeNotes>> = {
  'image height': {
    description: 'The height in pixels; `auto` is that of the file.',
    values: ['auto'],
  },
  'image width': {
    description: 'The width in pixels; `auto` is that of the file.',
    values: ['auto'],
  },
  'video caption': { description: 'The text below, which is plain text.', isProse: true },
  'video class': { description: 'The CSS class of the figure; `video` without it.' },
};

/** What is known of an attribute that a type declares. */
export function attributeNotes({ name }: TagType, attribute: string): AttributeNotes {
  return particular[`${name} ${attribute}`] ?? general[attribute] ?? { description: '' };
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
