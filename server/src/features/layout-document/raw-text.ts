import { shownText, textShown } from '../block-text/presentation.ts';
import { isVisible } from './literal.ts';

/** What the Panel's editors write: each paragraph gets a line. */
const looksLikeHtml = /^<(?:p|ul|ol|h[1-6]|blockquote)[\s>]/iu;

/**
 * The lines of a text as they stand between two tags, without their indentation; none for an empty
 * text. `undefined`: the text would not come back from them.
 *
 * `<p>a</p><p>b</p>` → `['<p>a</p>', '<p>b</p>']`
 */
export function linesOf(text: string): readonly string[] | undefined {
  if (text === '') return [];
  if (!isVisible(text)) return undefined;
  const shown = looksLikeHtml.test(text) ? shownText(text, 'html') : text;
  const lines = shown.split('\n');
  return textOf(lines) === text ? lines : undefined;
}

/** The text that lines between two tags stand for. */
export function textOf(lines: readonly string[]): string {
  const text = lines.join('\n');
  return looksLikeHtml.test(text) ? textShown(text, 'html') : text;
}
