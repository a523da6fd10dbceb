import type { RemoteKind } from '../messages/messages.ts';

/** In which attribute an address stands that would be loaded from elsewhere. */
const attributeOf: Readonly<Record<RemoteKind, string>> = {
  picture: 'data-picture',
  frame: 'data-frame',
};

/**
 * Pictures and frames from elsewhere: those of hosts that the author has allowed are shown; beside what
 * stands for the others is a button that asks for it. Only `https` is ever loaded.
 */
export function showRemote(root: HTMLElement): void {
  for (const kind of ['picture', 'frame'] as const) {
    for (const element of root.querySelectorAll(`[${attributeOf[kind]}]`)) {
      const address = remoteAddress(element.getAttribute(attributeOf[kind]) ?? '');
      if (address === undefined) continue;
      if (allowedHosts(kind).has(address.host)) element.replaceWith(shown(kind, address, element));
      // A button has no place in a link.
      else (element.closest('a') ?? element).after(button(kind, address.host, root.ownerDocument));
    }
  }
}

/** An address on another host that may be loaded; `undefined` for any other. */
export function remoteAddress(address: string): URL | undefined {
  const text = address.trim();
  const whole = /^[\\/]{2}/.test(text) ? `https:${text}` : text;
  if (!/^https:/i.test(whole) || !URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  return isHost(url.host) && url.username === '' && url.password === '' ? url : undefined;
}

/** What a button of `showRemote` asks for; `undefined` for any other element. */
export function wishOf(
  element: HTMLElement,
): { readonly what: RemoteKind; readonly host: string } | undefined {
  const { allow, host } = element.dataset;
  return (allow === 'picture' || allow === 'frame') && host !== undefined
    ? { what: allow, host }
    : undefined;
}

/** The page's policy says the same, and has the last word. */
function allowedHosts(kind: RemoteKind): ReadonlySet<string> {
  const { allowedPictures = '', allowedFrames = '' } = document.body.dataset;
  return new Set((kind === 'picture' ? allowedPictures : allowedFrames).split(' '));
}

/** A name or number, with a port perhaps, as a policy can name it. */
function isHost(host: string): boolean {
  return /^[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?$/.test(host);
}

function shown(kind: RemoteKind, address: URL, instead: Element): HTMLElement {
  const owner = instead.ownerDocument;
  if (kind === 'picture') {
    const image = owner.createElement('img');
    image.referrerPolicy = 'no-referrer';
    image.alt = instead.getAttribute('data-alt') ?? '';
    image.src = address.href;
    return image;
  }
  const frame = owner.createElement('iframe');
  frame.className = 'kirby-frame';
  // Its scripts run on their own site, and reach neither this page nor the window around it.
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-presentation');
  frame.setAttribute('allow', 'fullscreen');
  frame.referrerPolicy = 'no-referrer';
  frame.title = address.host;
  frame.src = address.href;
  return frame;
}

function button(kind: RemoteKind, host: string, owner: Document): HTMLElement {
  const { showPictures = '', showFrames = '' } = document.body.dataset;
  const element = owner.createElement('button');
  element.type = 'button';
  element.className = 'kirby-allow';
  element.dataset['allow'] = kind;
  element.dataset['host'] = host;
  element.textContent = (kind === 'picture' ? showPictures : showFrames).replace('{0}', host);
  return element;
}
