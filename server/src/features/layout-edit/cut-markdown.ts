import { parseTags } from '../../kirby/kirbytext/tags.ts';
import { parsedown } from '../../kirby/markdown/parsedown.ts';
import type { Cut } from './cut-html.ts';
import { say } from '../../kirby/text/say.ts';

const options = { breaks: true, extra: false, safe: false };

/**
 * Markdown as two texts that Kirby renders as it renders the one: between paragraphs, in one, or between
 * the items of a list; never within a KirbyTag, an emphasis, a link or code.
 */
export function cutMarkdown(text: string, offset: number): Cut {
  const before = text.slice(0, offset).trimEnd();
  const behind = text.slice(offset).replace(/^(?:[ \t]*\r?\n)+|^[ \t]+/u, '');
  const isInTag = parseTags(text).some(({ span }) => span.start < offset && offset < span.end);
  if (isInTag)
    return { ok: false, reason: say`The cursor is in a KirbyTag, which cannot be split.` };
  return isSame(before, behind, text, true)
    ? { ok: true, before, behind }
    : { ok: false, reason: say`The text cannot be split here without changing what it shows.` };
}

/** One text of two that Kirby renders as both; `undefined`: there is none. */
export function joinedMarkdown(before: string, behind: string): string | undefined {
  const lineBreak = /\r\n|\n/u.exec(before + behind)?.[0] ?? '\n';
  const [first, second] = [before.trimEnd(), behind.replace(/^(?:[ \t]*\r?\n)+/u, '').trimEnd()];
  if (first === '' || second === '') return first + second;
  return [lineBreak + lineBreak, lineBreak]
    .map((gap) => first + gap + second)
    .find((joined) => isSame(first, second, joined, false));
}

/** Whether two texts show what one does; blanks and line breaks between words are all the same. */
function isSame(before: string, behind: string, whole: string, isCut: boolean): boolean {
  const [first, second, wanted] = [before, behind, whole].map((text) =>
    parsedown(text, options)
      .replace(/(?:<br\s*\/?>|\s)+/gu, ' ')
      .replace(/ ?(<[^>]*>) ?/gu, '$1')
      .trim(),
  );
  if (first === undefined || second === undefined) return false;
  if (first + second === wanted) return true;
  // Lists and quotes that meet are one; a paragraph that was cut was one.
  const pattern = isCut ? /<\/(p|ul|ol|blockquote)><\1>/gu : /<\/(ul|ol|blockquote)><\1>/gu;
  for (const { 0: seam, index } of (first + second).matchAll(pattern)) {
    if (index > first.length || index + seam.length < first.length) continue;
    return [' ', ''].some(
      (gap) => first.slice(0, index) + gap + (first + second).slice(index + seam.length) === wanted,
    );
  }
  return false;
}
