/** HTML that is safe to insert as it is: made by `html`, or passed through `trusted` on purpose. */
export interface Html {
  readonly html: string;
}

export type HtmlPart = Html | string | number | false | undefined | readonly HtmlPart[];

/**
 * A template that escapes by construction: strings are escaped, `Html` passes, lists are joined,
 * `false` and `undefined` vanish.
 *
 * `` html`<p>${'<b>'}</p>`.html `` is `<p>&lt;b&gt;</p>`.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlPart[]): Html {
  let out = parts[0] ?? '';
  for (let index = 0; index < values.length; index++) {
    out += render(values[index]) + (parts[index + 1] ?? '');
  }
  return { html: out };
}

/**
 * `html` where blanks count: the code formatter rearranges templates of the name `html`. For what
 * must be printed to the blank as Kirby prints it.
 */
export const snippet = html;

/**
 * Marks HTML from content as HTML. Kirby prints such values raw, so must we; the webview sanitises
 * everything before it reaches the page.
 */
export function raw(text: string): Html {
  return { html: text };
}

/** `Kirby\Toolkit\Str::esc()`, that is PHP's `htmlspecialchars()` with both quotes. */
export function escapeHtml(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#039;');
}

function render(part: HtmlPart): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  if ('html' in part) return part.html;
  let out = '';
  for (const inner of part) out += render(inner);
  return out;
}
