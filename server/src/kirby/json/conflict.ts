import type { Span } from '../text/span.ts';
import { replace, type TextEdit } from './text-edit.ts';

/** One hunk of a merge that git could not decide, with the marks it left in the text. */
export interface Conflict {
  /** From the first mark to the end of the line of the last one. */
  readonly span: Span;
  /** The seven `<`. */
  readonly mark: Span;
  /** What stood here before the merge, whole lines. */
  readonly ours: Span;
  /** What the other branch has, whole lines. */
  readonly theirs: Span;
  /** What both come from, whole lines, where git was asked to tell (`merge.conflictStyle`). */
  readonly ancestor?: Span;
}

/** The conflicts of a text, marked as git marks them, with or without the common ancestor. */
export function conflictsIn(text: string): readonly Conflict[] {
  const found: Conflict[] = [];
  for (let at = lineWith(text, '<<<<<<<', 0); at >= 0; at = lineWith(text, '<<<<<<<', at + 7)) {
    const middle = lineWith(text, '=======', at);
    const end = middle < 0 ? -1 : lineWith(text, '>>>>>>>', middle);
    if (end < 0) break;
    const ancestor = lineWith(text, '|||||||', at);
    const hasAncestor = ancestor >= 0 && ancestor < middle;
    found.push({
      span: { start: at, end: nextLine(text, end) },
      mark: { start: at, end: at + 7 },
      ours: { start: nextLine(text, at), end: hasAncestor ? ancestor : middle },
      theirs: { start: nextLine(text, middle), end },
      ...(hasAncestor ? { ancestor: { start: nextLine(text, ancestor), end: middle } } : {}),
    });
    at = end;
  }
  return found;
}

/** The edits that keep one side of a conflict and nothing else of it; of no ancestor nothing. */
export function keep(
  conflict: Conflict,
  side: 'ours' | 'theirs' | 'ancestor',
): readonly TextEdit[] {
  const { span } = conflict;
  const kept = conflict[side];
  if (kept === undefined) return [replace(span.start, span.end, '')];
  return [replace(span.start, kept.start, ''), replace(kept.end, span.end, '')];
}

/** The next line from `from` on that begins with a mark; -1 when there is none. */
function lineWith(text: string, mark: string, from: number): number {
  if (from === 0 && text.startsWith(mark)) return 0;
  // Line breaks are rarer than what marks are made of.
  const before = text.indexOf(`\n${mark}`, Math.max(0, from - 1));
  return before < 0 ? -1 : before + 1;
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}
