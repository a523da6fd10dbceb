import DOMPurify, { type Config } from 'dompurify';
import { showEmbedded, showImages } from './images.ts';
import { showRemote } from './remote.ts';

/*
 * The second of three walls around hostile content: the renderer escapes, this sanitises, the page's
 * policy forbids. What is not listed here does not get in.
 */

const elements =
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup ' +
  'dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins ' +
  'kbd li mark ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table ' +
  'tbody td tfoot th thead time tr tt u ul var wbr kirby-slot';

const attributes =
  'align alt aria-hidden aria-label class colspan data-alt data-color data-crop data-frame data-key ' +
  'data-name data-picture data-ratio ' +
  'data-type datetime dir height href id lang open reversed role rowspan scope src start tabindex ' +
  'title type value width';

/** Elements that would load something from elsewhere; a box with their address stands for them. */
const embedding: ReadonlySet<string> = new Set(['audio', 'embed', 'iframe', 'object', 'video']);

const config = {
  ALLOWED_TAGS: elements.split(' '),
  ALLOWED_ATTR: attributes.split(' '),
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  // What has a scheme needs one of these; everything else is relative.
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|tel):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  // A colon in a name makes no address of it.
  ADD_URI_SAFE_ATTR: ['aria-label', 'data-key', 'data-name', 'data-type'],
  // Ids of content get a prefix, so that no name of the page or of the browser is taken over.
  SANITIZE_NAMED_PROPS: true,
  RETURN_DOM_FRAGMENT: true,
} as const satisfies Config;

// Read once: for every fragment it would take a fifth of the time.
DOMPurify.setConfig(config);

/** What DOMPurify puts before ids of content. */
export const idPrefix = 'user-content-';

DOMPurify.addHook('uponSanitizeElement', (node, { tagName }) => {
  if (!(node instanceof Element)) return;
  if (embedding.has(tagName)) showEmbedded(node);
  if (tagName === 'td' || tagName === 'th') keepAlignment(node);
});

/** Markdown says in a style how a column is aligned. No style gets in, so the cell says it itself. */
function keepAlignment(cell: Element): void {
  const style = cell.getAttribute('style') ?? '';
  const [, side] = /^\s*text-align:\s*(left|center|right)\s*;?\s*$/i.exec(style) ?? [];
  if (side !== undefined) cell.setAttribute('align', side.toLowerCase());
}

/**
 * A fragment's HTML as one element that may be put on the page. Its images have addresses on this
 * machine only, or on hosts that the author has allowed, and it belongs to no page yet: nothing has been loaded.
 *
 * @param key of the fragment; only its own element has it in the end, whatever the HTML says
 * @param base what relative addresses start from; empty: there is nothing to load
 */
export function sanitize(html: string, key: string, base: string): HTMLElement {
  // The line break keeps a frame set in the content from replacing the whole body.
  const clean = DOMPurify.sanitize(`<br>${html}`, config);
  clean.firstChild?.remove();
  const root = rootOf(clean, key);
  for (const element of root.querySelectorAll<HTMLElement>('[data-key], [tabindex]')) {
    element.removeAttribute('tabindex');
    const isSlot = element.localName === 'kirby-slot';
    if (!isSlot || !isChild(key, element.dataset['key'])) element.removeAttribute('data-key');
  }
  // Only images have one that means anything.
  for (const element of root.querySelectorAll('[src]:not(img)')) element.removeAttribute('src');
  showImages(root, base);
  showRemote(root);
  return root;
}

/**
 * The element with the fragment's key, with everything else moved into it: a stray end tag in the
 * content may have split the HTML.
 */
function rootOf(clean: DocumentFragment, key: string): HTMLElement {
  const own = [...clean.children].find(
    (child): child is HTMLElement =>
      child instanceof HTMLElement &&
      child.dataset['key'] === key &&
      child.localName !== 'kirby-slot',
  );
  const root = own ?? document.implementation.createHTMLDocument().createElement('div');
  for (const node of [...clean.childNodes]) if (node !== root) root.append(node);
  root.dataset['key'] = key;
  return root;
}

/**
 * Whether a fragment may be a child of another. Keys of children start with their parent's; a frame
 * (`#head`) has fragments of the top level in it, and holds no content of its own.
 */
function isChild(parent: string, child: string | undefined): boolean {
  if (child === undefined || child === parent) return false;
  return parent.startsWith('#') ? !child.includes('/') : child.startsWith(`${parent}/`);
}
