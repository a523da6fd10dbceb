import { phpTrim } from '../../kirby/text/php.ts';
import { mentionedFiles } from '../files.ts';
import { html } from '../html.ts';
import { pageName } from '../page-name.ts';
import { thumbnail } from '../thumbnail.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

/** A link: a page by its title, a file by its picture, anything else by its address. */
export const link: FieldRenderer = (value, context, definition) => {
  const address = phpTrim(value.text ?? '');
  if (address.startsWith('page://')) {
    return html`<p class="kirby-value">${pageName(address, context)}</p>`;
  }
  if (address.startsWith('file://')) {
    const files = mentionedFiles(value, context) ?? [];
    return html`${files.map((file) => thumbnail(file, context))}`;
  }
  const href = hrefOf(address, definition?.type);
  if (href === undefined) return text(value, context, definition);
  const shown = address.replace(/^(?:mailto|tel):/i, '');
  return html`<p class="kirby-value"><a href="${href}" rel="noreferrer">${shown}</a></p>`;
};

/** Only addresses that a reader could follow; what else stands there is text. */
function hrefOf(address: string, type: string | undefined): string | undefined {
  if (/^(?:https?:\/\/|mailto:|tel:)/i.test(address)) return address;
  if (type === 'email' && address.includes('@')) return `mailto:${address}`;
  return type === 'tel' && /\d/.test(address) ? `tel:${address.replace(/[^\d+]/g, '')}` : undefined;
}
