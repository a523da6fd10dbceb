import { footnotesHtml } from './footnotes.ts';
import { inlineHtml } from './inline.ts';
import { strip } from './line.ts';
import { documentBlocks, nodesHtml } from './render.ts';
import { type MarkdownOptions, newRun } from './run.ts';

/**
 * Markdown as Kirby renders it: with Parsedown 1.8, or with Parsedown Extra 0.9. Both differ from
 * CommonMark in hundreds of small ways, so this reads as they read, character by character.
 * Everything is some Markdown; there are no errors.
 *
 * @param options as `Kirby\Text\Markdown` passes them on; `inline` leaves out blocks, for captions
 */
export function parsedown(
  text: string,
  options: MarkdownOptions & { readonly inline?: boolean },
): string {
  const run = newRun(options);
  if (options.inline === true) return inlineHtml(text, run);
  const html = strip(nodesHtml(documentBlocks(text, run), run), '\n');
  if (!options.extra) return html;

  const { footnotes } = run.definitions;
  const merged = html.replace(/<\/dl>\s+<dl>\s+/g, '');
  return footnotes.size === 0 ? merged : `${merged}\n${footnotesHtml(footnotes, run)}`;
}
