import { remoteAddress } from './remote.ts';

/** A picture in the HTML itself; what can hold a script is not among them. */
const embedded = /^data:image\/(?:avif|gif|jpeg|png|webp);base64,/i;

/**
 * Gives each image its full address. One that is not in the site's folder is not loaded: a box names
 * it.
 */
export function showImages(root: HTMLElement, base: string): void {
  for (const image of root.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? '';
    const address = addressOf(source, base);
    if (address !== undefined) {
      image.setAttribute('src', address);
      continue;
    }
    const instead = box(image.ownerDocument, document.body.dataset['noImage'] ?? '', source);
    if (remoteAddress(source) !== undefined) {
      instead.dataset['picture'] = source;
      instead.dataset['alt'] = image.alt;
    }
    image.replaceWith(instead);
  }
}

/** Puts a box that says what there is before an element that is about to be taken out. */
export function showEmbedded(element: Element): void {
  const source = element.getAttribute('src') ?? element.getAttribute('data') ?? '';
  const { noEmbedded = '' } = document.body.dataset;
  const title = noEmbedded.replace('{0}', element.localName);
  const instead = box(element.ownerDocument, title, source);
  if (element.localName === 'iframe' && remoteAddress(source) !== undefined) {
    instead.dataset['frame'] = source;
  }
  element.before(instead);
}

/** The address of a file below the base, or of a picture in the HTML; `undefined` for any other. */
function addressOf(source: string, base: string): string | undefined {
  if (embedded.test(source)) return source;
  // A browser drops blanks and reads `\` as `/`: where an address leads is for the URL to say, of
  // which VS Code and the browser have different spellings.
  if (base === '' || source.trim() === '' || !URL.canParse(source, base)) return undefined;
  const { href } = new URL(source, base);
  return href.startsWith(new URL(base).href) ? href : undefined;
}

/** The same box as the renderer's `placeholder()`. */
function box(owner: Document, title: string, address: string): HTMLElement {
  const element = owner.createElement('span');
  element.className = 'kirby-placeholder kirby-placeholder-remote';
  element.setAttribute('role', 'img');
  const detail = shortened(address);
  element.setAttribute('aria-label', detail === '' ? title : `${title}: ${detail}`);
  const name = owner.createElement('span');
  name.className = 'kirby-placeholder-title';
  name.textContent = title;
  element.append(name);
  if (detail !== '') {
    const code = owner.createElement('code');
    code.className = 'kirby-placeholder-detail';
    code.textContent = detail;
    element.append(' ', code);
  }
  return element;
}

/** The host of an absolute address; of any other its first hundred characters. */
function shortened(address: string): string {
  if (URL.canParse(address)) {
    const { host, protocol } = new URL(address);
    return host === '' ? protocol : host;
  }
  return address.length > 100 ? `${address.slice(0, 100)}…` : address;
}

/**
 * Takes a new fragment over into the page, with the images that it showed before in the place of new
 * ones with the same address, so that they neither load nor flicker. A new one must not come into the
 * page for a moment either: it would begin to load.
 */
export function adopt(next: HTMLElement, before: HTMLElement | undefined): HTMLElement {
  const shown = [...(before?.querySelectorAll('img') ?? [])].filter(
    (image) => image.closest('[data-key]') === before,
  );
  const places: [Comment, HTMLImageElement][] = [];
  for (const image of shown.length === 0 ? [] : next.querySelectorAll('img')) {
    const at = shown.findIndex((old) => old.getAttribute('src') === image.getAttribute('src'));
    const [old] = at < 0 ? [] : shown.splice(at, 1);
    if (old === undefined) continue;
    copyAttributes(image, old);
    const place = next.ownerDocument.createComment('');
    image.replaceWith(place);
    places.push([place, old]);
  }
  document.adoptNode(next);
  for (const [place, old] of places) place.replaceWith(old);
  return next;
}

function copyAttributes(from: Element, to: Element): void {
  for (const { name } of [...to.attributes]) if (!from.hasAttribute(name)) to.removeAttribute(name);
  for (const { name, value } of from.attributes) {
    if (to.getAttribute(name) !== value) to.setAttribute(name, value);
  }
}
