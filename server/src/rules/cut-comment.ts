import { slice, type Span } from '../kirby/text/span.ts';
import { spellings } from '../kirby/yaml/edit-scalar.ts';
import { outerOf, scalarsIn, yamlValue } from '../kirby/yaml/tree.ts';
import type { Fix, Problem, Rule } from './rule.ts';
import { firstRepair, inText, isSetTo, lineAt, quoteFix, valueOnLine } from './yaml-fix.ts';
import {
  misreadParts,
  type YamlPart,
  yamlParts,
  type YamlValue,
  yamlValues,
} from './yaml-values.ts';
import { say } from '../kirby/text/say.ts';

/**
 * Text behind a `#` that the engine takes for a comment and its author did not mean as one. Spyc cuts
 * a line at the first `#` that no quotation mark follows, whatever stands before it
 * (`Spyc::loadWithSource()`); Symfony at one with a blank before it. In a text, `#1` is no comment.
 */
export const cutComment: Rule = {
  code: 'cut-comment',
  severity: 'error',
  reads: 'site',
  *check(context) {
    const entries = yamlParts(context, 'entries');
    for (const value of yamlValues(context)) {
      const own = entries.filter((part) => part.value === value);
      yield* value.handler === 'spyc' ? cutCommentsIn(value, own) : emptiedIn(value, own);
    }
    for (const part of misreadParts(context)) yield* cutTextIn(part);
  },
};

/** What is cut in one value. What looks like a comment on purpose is left alone. */
function* cutCommentsIn(value: YamlValue, entries: readonly YamlPart[]): Iterable<Problem> {
  const { tree } = value;
  if (!tree.ok) return;
  for (const cut of tree.cuts) {
    const { text } = value.source;
    const { start, end } = inText(value, cut);
    const line = lineAt(text, start);
    const written = valueOnLine(text, line);
    if (isComment(text, written, start) || standsAbove(text, line, start)) continue;
    yield problem(value, { start, end }, entries);
  }
}

/**
 * Of a text: `Album #1`. Behind a dash and a key, Spyc cuts one in quotation marks as well, with any
 * blank before a `#` (`Spyc::_toType()` of the whole line).
 */
function* cutTextIn({ value, node }: YamlPart): Iterable<Problem> {
  if (node.kind !== 'scalar' || node.style !== 'plain' || !value.tree.ok) return;
  const { start, end } = inText(value, node.span);
  const { text } = value.source;
  const isOpen = /["']/.test(text.charAt(start));
  // What nothing stands before is found as what becomes nothing: Spyc leaves the dash of `- #1`.
  if (start === end || slice(text, { start, end }) === '-') return;
  const behind = (isOpen ? /^([ \t]+)#.*/ : /^([ \t]+)#\S.*/).exec(text.slice(end));
  if (behind?.[1] === undefined) return;
  const cut = { start: end + behind[1].length, end: end + behind[0].trimEnd().length };
  const at = value.source.toSource(cut).start;
  if (isOpen && value.tree.cuts.some((known) => known.start === at)) return;
  yield problem(value, cut);
}

/** What Symfony reads as nothing: `color: #fff`. */
function* emptiedIn(value: YamlValue, entries: readonly YamlPart[]): Iterable<Problem> {
  const { tree, source } = value;
  if (!tree.ok || !source.text.includes(' #')) return;
  for (const node of scalarsIn(tree.root)) {
    if (node.value !== null || node.style !== 'plain') continue;
    const { start } = inText(value, node.span);
    const cut = /^#\S.*/.exec(source.text.slice(start))?.[0].trimEnd();
    if (cut !== undefined) yield problem(value, { start, end: start + cut.length }, entries);
  }
}

/**
 * @param cut in the value's text
 * @param entries where entries stand in the value
 */
function problem(value: YamlValue, cut: Span, entries: readonly YamlPart[] = []): Problem {
  const { text } = value.source;
  const line = lineAt(text, cut.start);
  const written = valueOnLine(text, line);
  const lost = shortened(slice(text, cut));
  const isBehindDash =
    value.handler === 'spyc' && dashAndKey.test(text.slice(line.start, cut.start));
  return {
    message: isBehindDash
      ? say`Kirby takes "${lost}" for a comment and drops it; put the value in quotation marks, and its key on the line below the dash.`
      : say`Kirby takes "${lost}" for a comment and drops it; put the value in quotation marks.`,
    span: value.source.toSource(cut),
    fixes: () => {
      if (isBehindDash) return dashFix(value, line, written);
      const entry = entryIn(value, line, entries);
      return entry === undefined
        ? fixes(value, written, cut.start)
        : quoteFix(value, entry, say`Put the entry in quotation marks`);
    },
  };
}

/** All of an entry that its author did not mean as a key and a value: `- Link: https://example.com#top`. */
function entryIn(value: YamlValue, line: Span, entries: readonly YamlPart[]): Span | undefined {
  const { text } = value.source;
  for (const { node } of entries) {
    for (const item of node.kind === 'list' ? node.items : []) {
      const { start } = inText(value, outerOf(item));
      if (item.kind === 'map' && start >= line.start && start < line.end) {
        return { start, end: line.start + slice(text, line).trimEnd().length };
      }
    }
  }
  return undefined;
}

/** A key and a value behind a dash, up to a blank: what Spyc looks through for ` #`. */
const dashAndKey = /^[ \t]*-[ \t]+[^\s"'].*?:[ \t]+\S.*[ \t]$/;

function dashFix(value: YamlValue, line: Span, written: Span): readonly Fix[] {
  const { text } = value.source;
  const head = /^([ \t]*)-[ \t]+/.exec(slice(text, line));
  if (head?.[1] === undefined || !value.tree.ok) return [];
  const source = slice(text, written);
  const quote = /["']/.test(source.charAt(0)) ? source.charAt(0) : '';
  const isQuoted = quote !== '' && source.length > 1 && source.endsWith(quote);
  const wanted = isQuoted ? source.slice(1, -1) : source;
  const span = { start: line.start + head[0].length, end: line.start + head[0].length };
  const below = { span, text: `${value.lineBreak}${head[1]}  ` };
  const before = yamlValue(value.tree.root);
  const ways = isQuoted ? [source] : spellings(wanted, 'single', value.handler, 0);
  return firstRepair(
    value,
    ways.map((spelling) => ({
      title: say`Put the value in quotation marks, below the dash`,
      safe: true,
      edits: isQuoted ? [below] : [below, { span: written, text: spelling }],
      isRight: ({ root }) => isSetTo(root, written.start + below.text.length, wanted, before),
    })),
  );
}

function isComment(text: string, written: Span, hash: number): boolean {
  const before = text.charAt(hash - 1);
  const isOpen = /^(["'])(?!.*\1\s*$)/.test(text.slice(written.start, hash));
  if (!/\s/.test(before)) return false;
  // `color: #fff` is a colour, `images: # the best ones` is a note.
  if (hash <= written.start) return /\s/.test(text.charAt(hash + 1));
  return !isOpen;
}

/** Whether the value stands below: `- #1` above the fields of a row, `images: #old` above a list. */
function standsAbove(text: string, line: Span, hash: number): boolean {
  const before = /^([ \t]*)((?:-[ \t]+)*)(?:[^\s:]+:)?[ \t]*$/.exec(text.slice(line.start, hash));
  if (before === null) return false;
  const [whole, indent = '', dashes = ''] = before;
  const column = indent.length + (whole.trimEnd().endsWith(':') ? dashes.length : 0);
  const below = /^(?:[ \t]*(?:#.*)?\n)*([ \t]*)\S/.exec(text.slice(line.end + 1))?.[1];
  return below !== undefined && below.length > column;
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
