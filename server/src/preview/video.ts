import { htmlEntities } from '../kirby/kirbytext/html-entities.ts';
import { asciiLower } from '../kirby/text/php.ts';
import { extensionOf } from '../site/file-types.ts';
import { encodePart } from './encode.ts';
import { html, type Html, raw } from './html.ts';

/** Attributes of a `<video>`; what is false or empty is left out. */
export type VideoAttributes = Readonly<Record<string, string | boolean | undefined>>;

/** What an address of a video leads to: a player of another site, or a file. */
export type VideoSource =
  | { readonly kind: 'embed'; readonly address: string }
  | { readonly kind: 'file'; readonly address: string; readonly mime: string | undefined };

/**
 * `Kirby\Toolkit\Html::video()`: an `<iframe>` for YouTube and Vimeo, a `<video>` for a file,
 * `undefined` for anything else. Attributes stand in alphabetical order, as Kirby sorts them.
 */
export function videoPlayer(address: string, attributes: VideoAttributes = {}): Html | undefined {
  const source = videoSource(address);
  if (source === undefined) return undefined;
  switch (source.kind) {
    case 'embed': {
      const all = {
        ...attributes,
        allow: 'fullscreen',
        allowfullscreen: true,
        src: source.address,
      };
      return html`<iframe${attributesHtml(all)}></iframe>`;
    }
    case 'file': {
      const inner = raw(
        `<source${attributesHtml({ src: source.address, type: source.mime }).html}>`,
      );
      return html`<video${attributesHtml(attributes)}>${inner}</video>`;
    }
  }
}

/** Where the player of an address is, as Kirby finds it. */
export function videoSource(address: string): VideoSource | undefined {
  if (/youtu/i.test(address)) return embed(youtube(address));
  if (/vimeo/i.test(address)) return embed(vimeo(address));
  const extension = asciiLower(extensionOf(address));
  if (!videoMimes.has(extension)) return undefined;
  return { kind: 'file', address, mime: videoMimes.get(extension) };
}

/**
 * `Html::attr()`: sorted by name; true has no value, what is empty or false is left out. Starts with
 * a blank when there is any.
 */
export function attributesHtml(attributes: VideoAttributes): Html {
  const parts = Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => {
      if (value === undefined || value === false || value === '') return '';
      return value === true ? ` ${name}` : ` ${name}="${htmlEntities(value)}"`;
    });
  return raw(parts.join(''));
}

function embed(address: string | undefined): VideoSource | undefined {
  return address === undefined ? undefined : { kind: 'embed', address };
}

interface Address {
  readonly host: string;
  readonly path: readonly string[];
  readonly query: Map<string, string>;
}

function youtube(text: string): string | undefined {
  const address = parseAddress(text);
  if (address === undefined) return undefined;
  const { host, path, query } = address;
  const [first = '', second = ''] = path;
  const route = path.join('/');
  if (route === 'playlist' || route === 'embed/videoseries') {
    const isList = videoId.test(query.get('list') ?? '');
    return isList ? `https://${host}/embed/videoseries${queryText(query)}` : undefined;
  }
  if (route === 'watch') {
    const id = query.get('v') ?? '';
    if (!videoId.test(id)) return undefined;
    query.delete('v');
    return `https://${host}/embed/${id}${queryText(withStart(query))}`;
  }
  if (host.includes('youtu.be') && videoId.test(first)) {
    return `https://www.youtube.com/embed/${first}${queryText(withStart(query))}`;
  }
  if ((first === 'embed' || first === 'shorts') && videoId.test(second)) {
    return `https://${host}/embed/${second}${queryText(query)}`;
  }
  return undefined;
}

function vimeo(text: string): string | undefined {
  const address = parseAddress(text);
  if (address === undefined) return undefined;
  const { host, path, query } = address;
  const isShort = host === 'vimeo.com' || host === 'www.vimeo.com';
  const id = isShort ? path.at(-1) : host === 'player.vimeo.com' ? path[1] : undefined;
  if (id === undefined || !/^\d+$/.test(id)) return undefined;
  return `https://player.vimeo.com/video/${id}${queryText(query)}`;
}

const videoId = /^[A-Za-z0-9_-]+$/;

/** YouTube's time, `t`, becomes the player's `start`. */
function withStart(query: Map<string, string>): Map<string, string> {
  const time = query.get('t');
  query.delete('t');
  if (time === undefined) query.delete('start');
  else query.set('start', time);
  return query;
}

function queryText(query: ReadonlyMap<string, string>): string {
  const parts = [...query].map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** PHP's `rawurlencode()`. */
function encode(text: string): string {
  return encodePart(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Kirby's `Uri`: without a scheme there is no host; parts with a colon are parameters, not path. */
function parseAddress(text: string): Address | undefined {
  const match =
    /^(?:([a-z][a-z\d+.-]*):)?(?:\/\/(?:[^/?#@]*@)?([^/?#:]*)(?::\d*)?)?([^?#]*)(?:\?([^#]*))?/i.exec(
      text,
    );
  if (match === null) return undefined;
  const [, scheme, host = '', path = '', query = ''] = match;
  if (scheme !== undefined && !['http', 'https', 'ftp'].includes(scheme)) return undefined;
  return {
    host,
    path: path.split('/').filter((part) => part !== '' && !/[:;]/.test(part)),
    query: parseQuery(query),
  };
}

function parseQuery(text: string): Map<string, string> {
  const query = new Map<string, string>();
  for (const part of text.split('&')) {
    const [name = '', ...rest] = part.split('=');
    const key = decode(name).trimStart().replace(/[. ]/g, '_');
    if (key !== '') query.set(key, decode(rest.join('=')));
  }
  return query;
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // A lone percent sign stays as it is, as PHP leaves it.
    return spaced;
  }
}

/** `F::types()` and `Mime::types()`; `ogg` is audio to Kirby. */
const videoMimes: ReadonlyMap<string, string> = new Map([
  ['avi', 'video/x-msvideo'],
  ['flv', 'video/x-flv'],
  ['m4v', 'video/mp4'],
  ['mkv', 'video/x-matroska'],
  ['mov', 'video/quicktime'],
  ['movie', 'video/x-sgi-movie'],
  ['mp4', 'video/mp4'],
  ['mpe', 'video/mpeg'],
  ['mpg', 'video/mpeg'],
  ['ogv', 'video/ogg'],
  ['swf', 'application/x-shockwave-flash'],
  ['webm', 'video/webm'],
]);
