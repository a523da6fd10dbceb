import { html, type Html } from './html.ts';
import { hostOf, isRemote, placeholder } from './placeholder.ts';
import { nameOf, sitePath } from '../site/site-path.ts';
import { videoSource } from './video.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A video as an editor sees it: a card with its poster that opens outside. Nothing is loaded from
 * elsewhere, and no frame is made, before the author allows it.
 *
 * @param address of the video; empty when there is none
 * @param poster address of a poster in the site
 * @param missing the file that was asked for and is not there
 */
export function videoCard(address: string, poster?: string, missing?: string): Html {
  const source = address === '' ? undefined : videoSource(address);
  if (source === undefined) {
    if (missing !== undefined) return placeholder('missing', say`Missing video`, missing);
    return address === ''
      ? placeholder('empty', say`No video`)
      : placeholder('missing', say`Kirby cannot play this address`, address);
  }
  const name = isRemote(address) ? hostOf(address) : nameOf(sitePath(safeDecode(address)));
  const picture =
    poster !== undefined && html`<img class="kirby-video-poster" src="${poster}" alt="" />`;
  // Where the player is, for the page to show it once the author allows that.
  const frame = source.kind === 'embed' && html` data-frame="${source.address}"`;
  const label = html`<span class="kirby-video-name">${name}</span>`;
  if (!/^https?:/i.test(address)) {
    return html`<span class="kirby-video" ${frame}>${picture}${label}</span>`;
  }
  return html`<a class="kirby-video" href="${address}" rel="noreferrer" ${frame}
    >${picture}${label}</a
  >`;
}

function safeDecode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
