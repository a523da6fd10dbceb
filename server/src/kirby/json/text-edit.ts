import type { Span } from '../text/span.ts';

/** An edit of a JSON text, in offsets of that text. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** An insertion of text before an offset. */
export function insert(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

/** A replacement of what stands between two offsets. */
export function replace(start: number, end: number, text: string): TextEdit {
  return { span: { start, end }, text };
}

/**
 * The text after some edits. Insertions at one place follow each other as given; an edit that is
 * there twice is made once.
 *
 * @returns `undefined` when two edits contradict each other
 */
export function applied(text: string, edits: readonly TextEdit[]): string | undefined {
  let out = '';
  let last = 0;
  let before: TextEdit | undefined;
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    const { start, end } = edit.span;
    const isTwin =
      before?.span.start === start && before.span.end === end && before.text === edit.text;
    if (isTwin && end > start) continue;
    if (start < last) return undefined;
    out += text.slice(last, start) + edit.text;
    last = end;
    before = edit;
  }
  return out + text.slice(last);
}
