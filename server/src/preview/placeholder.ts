import { html, type Html } from './html.ts';

/**
 * A named box where something cannot be shown: a missing image, a video, an image on another host.
 *
 * @param kind becomes the class `kirby-placeholder-KIND`
 * @param title a few words: `Missing image`
 * @param detail what was asked for: a UUID, a file name, a host
 * @param attributes more of them, each with a blank before it
 */
export function placeholder(
  kind: 'missing' | 'unknown' | 'remote' | 'empty',
  title: string,
  detail?: string,
  attributes?: Html,
): Html {
  const label = detail === undefined ? title : `${title}: ${detail}`;
  return html`<span
    class="kirby-placeholder kirby-placeholder-${kind}"
    role="img"
    aria-label="${label}"
    ${attributes}
    ><span class="kirby-placeholder-title">${title}</span>${
      detail !== undefined && html` <code class="kirby-placeholder-detail">${detail}</code>`
    }</span
  >`;
}

/** The host of a remote address, or the whole of what is none. */
export function hostOf(address: string): string {
  return /^(?:[a-z][a-z\d+.-]*:)?\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(address)?.[1] ?? address;
}

/** Whether an address leads to another host, so that showing it would send a request. */
export function isRemote(address: string): boolean {
  return /^\s*(?:[a-z][a-z\d+.-]*:)?\/\//i.test(address);
}
