import { say } from '../text/say.ts';

/** What Kirby knows of a tag: `config/tags.php`. */
export interface TagType {
  readonly name: string;
  /** One sentence: what it shows. */
  readonly description: () => string;
  /** What may follow the value, in Kirby's order. An alias takes nothing. */
  readonly attributes: readonly string[];
  /** The type that does the work for an alias. */
  readonly aliasOf?: string;
}

const types: readonly TagType[] = [
  {
    name: 'date',
    description: () => say`The date of today in a format of PHP, or \`year\`.`,
    attributes: [],
  },
  {
    name: 'email',
    description: () => say`A link to an email address, hidden from robots.`,
    attributes: ['class', 'rel', 'target', 'text', 'title'],
  },
  {
    name: 'file',
    description: () => say`A link that downloads a file.`,
    attributes: ['class', 'download', 'rel', 'target', 'text', 'title'],
  },
  {
    name: 'gist',
    description: () => say`Code from gist.github.com.`,
    attributes: ['file'],
  },
  {
    name: 'image',
    description: () => say`An image with its caption.`,
    attributes: [
      'alt',
      'caption',
      'class',
      'height',
      'imgclass',
      'link',
      'linkclass',
      'rel',
      'srcset',
      'target',
      'title',
      'width',
    ],
  },
  {
    name: 'link',
    description: () => say`A link to a page, a file or an address.`,
    attributes: ['class', 'lang', 'rel', 'role', 'target', 'title', 'text'],
  },
  {
    name: 'tel',
    description: () => say`A link to a phone number.`,
    attributes: ['class', 'rel', 'text', 'title'],
  },
  {
    name: 'video',
    description: () => say`A video file, or a video of YouTube or Vimeo.`,
    attributes: [
      'autoplay',
      'caption',
      'controls',
      'class',
      'disablepictureinpicture',
      'height',
      'loop',
      'muted',
      'playsinline',
      'poster',
      'preload',
      'style',
      'width',
    ],
  },
  { name: 'vimeo', description: () => say`A video of Vimeo.`, attributes: [], aliasOf: 'video' },
  {
    name: 'youtube',
    description: () => say`A video of YouTube.`,
    attributes: [],
    aliasOf: 'video',
  },
];

/** Kirby's own tags by name, lower case. Plugins may add others. */
export const tagTypes: ReadonlyMap<string, TagType> = new Map(
  types.map((type) => [type.name, type]),
);
