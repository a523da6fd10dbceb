/** How a text is shown in a tab of its own: HTML with a paragraph a line, or as it stands. */
export type TextKind = 'html' | 'plain';

/**
 * A text as an editor shows it: its line breaks are all `\n`, and in HTML a line ends behind each
 * paragraph, list item and `<br>`. Exactly one line break is added at each of these places whatever
 * stands there, so that `textShown()` finds the text again.
 *
 * `<p>a</p><p>b</p>` → `<p>a</p>\n<p>b</p>`
 */
export function shownText(text: string, kind: TextKind): string {
  const lines = withPlainBreaks(text);
  const shown = kind === 'html' ? lines.replace(lineEnd, '$&\n') : lines;
  // A line break at the end is not the text's own: editors and authors add one without thinking.
  return shown.endsWith('\n') ? `${shown}\n` : shown;
}

/**
 * The text behind what an editor shows, with `\n` as its line breaks: the way back from
 * `shownText()`, for whatever an author makes of it.
 */
export function textShown(shown: string, kind: TextKind): string {
  const lines = withPlainBreaks(shown);
  const text = lines.endsWith('\n') ? lines.slice(0, -1) : lines;
  return kind === 'html' ? text.replace(brokenLine, '$1') : text;
}

/** Where a shown text has line breaks that its text does not have, in rising order. */
export function addedBreaks(shown: string, kind: TextKind): readonly number[] {
  const last = shown.length - 1;
  const atEnd = shown.endsWith('\n') ? [last] : [];
  if (kind === 'plain') return atEnd;
  const text = shown.slice(0, atEnd.length === 0 ? undefined : last);
  const behind = [...text.matchAll(brokenLine)].map((one) => one.index + one[0].length - 1);
  return [...behind, ...atEnd];
}

/** All that an editor takes for a line break as `\n`. */
export function withPlainBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

const closing = 'p|li|ul|ol|h[1-6]|blockquote|pre|div|table|thead|tbody|tr|figure|dl';
const opening = 'ul|ol|dl|table|thead|tbody|br|hr';
const tag = `<(?:/(?:${closing})\\s*|(?:${opening})(?:\\s[^<>]*|/)?)>`;

/** Where a line ends: not before the end of what the paragraph stands in, and not at the very end. */
const lineEnd = new RegExp(`${tag}(?!$|</(?:li|blockquote|div|figure|tr)>)`, 'gi');
const brokenLine = new RegExp(`(${tag})\\n`, 'gi');
