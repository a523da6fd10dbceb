import { escapeHtml } from '../html.ts';

/**
 * What an editor sees where Kirby prints a tag as it stands, drops it, or shows what is not known
 * here: a text, and why.
 */
export function tagNote(text: string, why: string): string {
  const shown = literal(text.replace(/\s+/g, ' '));
  return `<span class="kirby-tag-note" title="${literal(why)}">${shown}</span>`;
}

/** HTML on one line, as it must be inside of a tag's HTML: Markdown reads it afterwards. */
export function oneLine(html: string): string {
  return html.replace(/\s*\n\s*/g, ' ');
}

/** Text that neither HTML nor Markdown takes for anything else. */
function literal(text: string): string {
  return escapeHtml(text).replace(/[\\`*_[\]!~:]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
