import { say } from '../../kirby/text/say.ts';

/** Two texts that are one, or the reason why there are none, in a sentence. */
export type Cut =
  | { readonly ok: true; readonly before: string; readonly behind: string }
  | { readonly ok: false; readonly reason: string };

/**
 * HTML as two texts that are well-formed each: what is open at the offset is closed before it and opened
 * again behind it. An offset in a tag or in a character reference is taken for the place before it.
 * `<p>One <b>two three</b></p>` cut before `three` gives `<p>One <b>two</b></p>` and
 * `<p><b>three</b></p>`.
 */
export function cutHtml(html: string, offset: number): Cut {
  const at = wholeOffset(html, offset);
  const open = openAt(html, at);
  if (open === undefined || openAt(html, html.length)?.length !== 0)
    return { ok: false, reason: say`The tags of the text do not match, so it cannot be split.` };
  const closing = open.map(({ name }) => `</${name}>`).toReversed();
  const opening = open.map(({ tag }) => tag);
  const before = html.slice(0, at).replace(endBlanks, '') + closing.join('');
  const behind = opening.join('') + html.slice(at).replace(startBlanks, '');
  return { ok: true, before: withoutEmpty(before), behind: withoutEmpty(behind) };
}

/** One text of two, bare text as a paragraph; `undefined` where the tags of one do not match. */
export function joinedHtml(before: string, behind: string): string | undefined {
  if ([before, behind].some((html) => openAt(html, html.length)?.length !== 0)) return undefined;
  if (before.trim() === '' || behind.trim() === '') return before.trim() === '' ? behind : before;
  const [first, second] = [before, behind].map((html) =>
    startsBlock.test(html) ? html.trim() : `<p>${html.trim()}</p>`,
  );
  return first === undefined || second === undefined ? undefined : first + second;
}

/** The items of two lists as one; `undefined` where they are not lists of the same kind. */
export function joinedList(before: string, behind: string): string | undefined {
  const joined = joinedHtml(before, behind);
  if (joined === undefined || before.trim() === '' || behind.trim() === '') return joined;
  const seam = /<\/(ul|ol)>$/iu.exec(before.trim());
  const start = /^<(ul|ol)(?:\s[^>]*)?>/iu.exec(behind.trim());
  if (seam?.[1]?.toLowerCase() !== start?.[1]?.toLowerCase() || seam === null) return undefined;
  return before.trim().slice(0, seam.index) + behind.trim().slice(start?.[0].length);
}

const blank = String.raw`(?:\s|&nbsp;|<br\s*/?>)`;
const endBlanks = new RegExp(`${blank}+$`, 'iu');
const startBlanks = new RegExp(`^${blank}+`, 'iu');
const emptyEnd = new RegExp(
  String.raw`${blank}*<([a-z][\w-]*)(?:\s[^>]*)?></\1>((?:</[^>]*>)*)$`,
  'iu',
);
const startsBlock = /^\s*<(?:p|ul|ol|h[1-6]|blockquote|pre|div|table|figure|hr)\b/iu;
const parts =
  /<(\/?)([a-z][\w-]*)(?:\s(?:"[^"]*"|'[^']*'|[^'">])*)?\/?>|<!--[^]*?-->|&(?:#\w+|\w+);/giu;
const voids: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr', 'source', 'col']);

/** The nearest place that is in no tag and no character reference. */
function wholeOffset(html: string, offset: number): number {
  for (const { 0: text, index } of html.matchAll(parts)) {
    if (index >= offset) break;
    if (offset < index + text.length) return index;
  }
  return Math.max(0, Math.min(offset, html.length));
}

interface Open {
  readonly name: string;
  /** As it is written, with its attributes. */
  readonly tag: string;
}

/** The elements that are open at an offset, the outer ones first; `undefined` where ends do not match. */
function openAt(html: string, offset: number): readonly Open[] | undefined {
  const open: Open[] = [];
  let last = 0;
  for (const { 0: tag, 1: slash, 2: written, index } of html.matchAll(parts)) {
    if (index >= offset) break;
    if (html.slice(last, index).includes('<')) return undefined;
    last = index + tag.length;
    if (written === undefined) continue;
    const name = written.toLowerCase();
    if (voids.has(name) || tag.endsWith('/>')) continue;
    if (slash === '') open.push({ name: written, tag });
    else if (open.pop()?.name.toLowerCase() !== name) return undefined;
  }
  return html.slice(last, offset).includes('<') ? undefined : open;
}

/** Elements that the cut has left without anything in them, from the inside out. */
function withoutEmpty(html: string): string {
  const less = html
    .replace(/^((?:<[a-z][^>]*>)*?)<([a-z][\w-]*)(?:\s[^>]*)?><\/\2>/iu, '$1')
    .replace(emptyEnd, '$2');
  return less === html ? html : withoutEmpty(less);
}
