import { htmlEntities } from '../../kirby/kirbytext/html-entities.ts';
import { phpTrim } from '../../kirby/text/php.ts';
import type { RenderContext } from '../model.ts';
import { element, isEmpty, type TagAttributes } from './element.ts';
import { isWebAddress, shortAddress } from './short-address.ts';
import { urlTo } from './url.ts';

/** What stands in a link: text, or HTML that is ready. */
export type LinkContent =
  | { readonly kind: 'text'; readonly text: string | undefined }
  | { readonly kind: 'html'; readonly html: string };

type LinkAttributes = TagAttributes & {
  readonly rel: string | undefined;
  readonly target?: string | undefined;
};

/**
 * `Kirby\Cms\Html::a()`: a link to a page, an address, an email address or a phone number.
 * `undefined` where Kirby throws, because the target is not there.
 */
export function anchor(
  target: string,
  content: LinkContent,
  attributes: LinkAttributes,
  context: RenderContext,
): string | undefined {
  if (target.startsWith('mailto:')) return emailAnchor(target.slice(7), content, attributes);
  if (target.startsWith('tel:')) return phoneAnchor(target.slice(4), content, attributes);
  const href = urlTo(target, context);
  return href === undefined ? undefined : linkTo(href, content, attributes);
}

/** `Kirby\Toolkit\Html::link()`: without a text, the address is shown without its scheme. */
export function linkTo(href: string, content: LinkContent, attributes: LinkAttributes): string {
  return element('a', { ...attributes, href, rel: relOf(attributes) }, contentHtml(content, href));
}

/** `Html::email()`: the address is hidden from robots in character references. */
export function emailAnchor(
  address: string,
  content: LinkContent,
  attributes: LinkAttributes,
): string {
  if (isEmpty(address)) return '';
  const shown = address.split('?')[0] ?? address;
  const html =
    content.kind === 'text' && isEmpty(content.text) ? hidden(shown) : contentHtml(content, '');
  const href = { escaped: `mailto:${hidden(address)}` };
  return element('a', { ...attributes, href, rel: relOf(attributes) }, html);
}

/** `Html::tel()`: only digits and `+` are dialled. */
export function phoneAnchor(
  phone: string,
  content: LinkContent,
  attributes: LinkAttributes,
): string {
  const shown: LinkContent =
    content.kind === 'text' && isEmpty(content.text) ? { kind: 'text', text: phone } : content;
  return linkTo(`tel:${phone.replace(/[^\d+]+/g, '')}`, shown, attributes);
}

function contentHtml(content: LinkContent, href: string): string {
  if (content.kind === 'html') return content.html;
  const text = isEmpty(content.text) ? href : content.text;
  return htmlEntities(isWebAddress(text) ? shortAddress(text) : text);
}

/** A link that opens elsewhere does not tell where it comes from, unless it says otherwise. */
function relOf({ rel, target }: LinkAttributes): string | undefined {
  const own = phpTrim(rel ?? '');
  return isEmpty(own) ? (target === '_blank' ? 'noreferrer' : undefined) : own;
}

/** `Str::encode()`, which picks decimal or hexadecimal numbers at random; here all are decimal. */
function hidden(text: string): string {
  return Array.from(text, (character) => `&#${character.codePointAt(0) ?? 0};`).join('');
}
