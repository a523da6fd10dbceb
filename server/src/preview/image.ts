import type { MentionedFile } from './files.ts';
import { escapeHtml, html, type Html, raw } from './html.ts';
import { hostOf, placeholder } from './placeholder.ts';
import { say } from '../kirby/text/say.ts';

/** An image as Kirby's snippets print it: without a closing slash. */
export function imageElement(address: string, alt: string): Html {
  return raw(`<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}">`);
}

/** What an editor sees in place of an image that is not there; it names what was asked for. */
export function missingImage({ reference, resolution }: MentionedFile): Html {
  switch (resolution.status) {
    case 'unknown':
      return placeholder('unknown', say`Image`, reference);
    case 'metadata-only':
      return placeholder('missing', say`Image not on this computer`, resolution.file.name);
    case 'found':
    case 'missing':
      return placeholder('missing', say`Missing image`, reference);
  }
}

/**
 * No request leaves the machine unless the author allows it: an image on another host is named, not
 * loaded. The page finds its address in `data-picture`.
 */
export function remoteImage(address: string, alt: string): Html {
  const attributes = html` data-picture="${address}" data-alt="${alt}"`;
  return placeholder('remote', say`Image on another site`, hostOf(address), attributes);
}
