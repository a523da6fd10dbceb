import { plainText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import { htmlReferences } from './scan.ts';

/** The `href` of a link that Kirby's sanitiser takes away. */
export interface LostLink {
  readonly href: string;
  /** The address, without its quotes. */
  readonly span: Span;
  readonly kind: 'page' | 'file' | 'scheme' | 'folder' | 'host' | 'tel';
}

/**
 * Links of a writer or list field whose address `Kirby\Sane\Sane` does not allow: at the next save
 * the text stays and the link is gone. UUIDs are among them; the Panel writes permalinks.
 */
export function lostLinks(html: string): readonly LostLink[] {
  if (!doubtful.test(html)) return [];
  return htmlReferences(plainText(html, 0)).flatMap(({ attribute, tag, value, span }) => {
    const kind = attribute === 'href' && tag === 'a' ? reasonFor(value) : undefined;
    return kind === undefined ? [] : [{ href: value, span, kind }];
  });
}

/** A quick look for an address that is none of the usual ones. */
const doubtful = /\bhref\s*=\s*["']?(?!https?:|mailto:|#|\/(?!\/)|["'])/i;

function reasonFor(href: string): LostLink['kind'] | undefined {
  if (href.startsWith('//')) return 'host';
  if (href.startsWith('#') || href.startsWith('/')) return undefined;
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  switch (scheme) {
    case undefined:
      return href.split(/[?#]/)[0]?.includes('../') === true ? 'folder' : undefined;
    case 'http':
    case 'https':
    case 'mailto':
    // Some images are allowed; nobody links to them by hand.
    case 'data':
      return undefined;
    case 'tel':
      return /^tel:\+?\d*$/i.test(href) ? undefined : 'tel';
    case 'page':
    case 'file':
      return /^(?:page|file):\/\/[^/]/.test(href) ? scheme : 'scheme';
    default:
      return 'scheme';
  }
}

/** The address that the Panel writes for a UUID: `page://abc#top` is `/@/page/abc#top`. */
export function permalink(uuid: string): string {
  return uuid.replace(/^(page|file):\/\//, '/@/$1/');
}
