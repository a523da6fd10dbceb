import { slice, type Span } from '../kirby/text/span.ts';
import type { Fix, Problem, Rule } from './rule.ts';
import { inText, lineAt, quoteFix, valueOnLine } from './yaml-fix.ts';
import { type YamlValue, yamlValues } from './yaml-values.ts';
import { say } from '../kirby/text/say.ts';

/**
 * Text behind a `#` that Spyc takes for a comment and YAML does not. Spyc cuts a line at the first
 * `#` that no quotation mark follows, whatever stands before it (`Spyc::loadWithSource()`).
 */
export const cutComment: Rule = {
  code: 'cut-comment',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const value of yamlValues(context)) yield* cutCommentsIn(value);
  },
};

/** What is cut in one value. What looks like a comment on purpose is left alone. */
export function* cutCommentsIn(value: YamlValue): Iterable<Problem> {
  const { tree } = value;
  if (!tree.ok) return;
  for (const cut of tree.cuts) {
    const { text } = value.source;
    const { start, end } = inText(value, cut);
    const line = lineAt(text, start);
    const written = valueOnLine(text, line);
    if (isComment(text, written, start)) continue;
    const lost = slice(text, { start, end });
    yield {
      message: say`Kirby takes "${shortened(lost)}" for a comment and drops it; put the value in quotation marks.`,
      span: cut,
      fixes: () => fixes(value, written, start),
    };
  }
}

function isComment(text: string, written: Span, hash: number): boolean {
  const before = text.charAt(hash - 1);
  const isOpen = /^["']/.test(text.slice(written.start, hash));
  if (!/\s/.test(before)) return false;
  // `color: #fff` is a colour, `images: # the best ones` is a note.
  if (hash <= written.start) return /\s/.test(text.charAt(hash + 1));
  return !isOpen;
}

function fixes(value: YamlValue, written: Span, hash: number): readonly Fix[] {
  const { text } = value.source;
  const isFlow = /^[[{]/.test(text.slice(written.start, written.end));
  if (isFlow || hash < written.start) return [];
  const [first, last] = [text.charAt(written.start), text.charAt(written.end - 1)];
  const isQuoted = /["']/.test(first) && first === last && written.end - written.start > 1;
  return isQuoted ? [] : quoteFix(value, written, say`Put the value in quotation marks`);
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
