import { html, type Html, type HtmlPart } from '../html.ts';

/** Short values side by side. */
export function chips(values: readonly HtmlPart[]): Html {
  return html`<ul class="kirby-tags">
    ${values.map((value) => html`<li class="kirby-tag">${value}</li>`)}
  </ul>`;
}
