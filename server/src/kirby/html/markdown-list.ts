/** A list in Markdown as the HTML that a list field holds. */
export interface MarkdownList {
  /** `undefined`: lists in lists, or lines that belong to none. */
  readonly html: string | undefined;
}

const item = /^(?:[-*+]|(\d{1,3})[.)])[ \t]+(\S[^\r\n]*)$/;

/**
 * A text for a list field that is a list of Markdown: the field knows only `<ul>` and `<ol>`, and
 * its editor makes one paragraph of the rest. One line alone counts where its sign can be nothing
 * but that of an item.
 */
export function markdownList(text: string): MarkdownList | undefined {
  if (/<(?:ul|ol|li)\b/i.test(text)) return undefined;
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const items = lines.flatMap((line) => {
    const match = item.exec(line);
    return match === null ? [] : [{ isNumbered: match[1] !== undefined, text: match[2] ?? '' }];
  });
  const [first] = items;
  if (first === undefined) return undefined;
  if (items.length === 1 && (lines.length > 1 || first.isNumbered)) return undefined;
  const isFlat =
    items.length === lines.length &&
    items.every(({ isNumbered }) => isNumbered === first.isNumbered);
  if (!isFlat) return { html: undefined };
  const inside = items.map((one) => `<li>${one.text.trimEnd()}</li>`).join('');
  return { html: first.isNumbered ? `<ol>${inside}</ol>` : `<ul>${inside}</ul>` };
}
