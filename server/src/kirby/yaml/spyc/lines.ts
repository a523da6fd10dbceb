import type { Jump } from '../../text/mapped-text.ts';
import { isTrimmed, phpTrim, phpTrimStart, trimEndOf } from '../../text/php.ts';
import type { Span } from '../../text/span.ts';

/** A line as Spyc takes it: block scalars and flow lists that run over several lines are one. */
export interface SpycLine {
  readonly indent: number;
  /** Without the indentation. A block scalar is replaced by `literalMark`. */
  readonly text: string;
  /** Where `text` begins and ends in the source. */
  readonly start: number;
  readonly end: number;
  /** Where further lines were joined to the first. */
  readonly joints: readonly Jump[];
  /** Where the `#` stands in the source from which on the line was cut. */
  readonly cut: number | undefined;
  /** The block scalar that the line begins. */
  readonly literal: SpycLiteral | undefined;
  /** Whether the places of what the line says are asked for. */
  readonly isPlaced: boolean;
}

export interface SpycLiteral {
  readonly style: '|' | '>';
  readonly text: string;
  /** Where the `|` or `>` stands in the source. */
  readonly header: number;
  /** The lines below it. */
  readonly body: Span;
}

/** Stands for a block scalar while its line is read. No text that can be typed contains it. */
export const literalMark = '\uFFFFliteral\uFFFF';

/** The lines that hold something, in order. Comments, blank lines and `---` are left out. */
export function spycLines(text: string, isPlaced: boolean): readonly SpycLine[] {
  const written = text.split('\n');
  const starts = startsOf(written);
  const source = written.map((line) => trimEndOf(line, '\r'));
  const lines: SpycLine[] = [];
  let at = 0;
  while (at < source.length) {
    const raw = source[at] ?? '';
    const indent = indentOf(raw);
    const start = (starts[at] ?? 0) + indent;
    let line = raw.slice(indent);
    at++;
    if (line === '' || isComment(line)) continue;
    let literal: SpycLiteral | undefined;
    const style = literalStyle(line);
    if (style !== undefined) {
      const header = start + line.lastIndexOf(style);
      line = `${trimEndOf(line, `${style} \n`)} ${literalMark}`;
      const end = literalEnd(source, at, indent);
      const below = starts[at] ?? text.length;
      const body = { start: below, end: Math.max(below, (starts[end] ?? text.length + 1) - 1) };
      literal = { style, text: readLiteral(source.slice(at, end), style), header, body };
      at = end;
    }
    const hash = commentStart(line);
    if (hash >= 0) line = trimEndOf(line.slice(0, hash), ' \t\n\v\f\r');
    const cut = hash < 0 ? undefined : start + hash;
    const last = Math.min(start + line.length, (literal?.header ?? Infinity) + 1);
    if (opensFlow(line)) {
      const end = flowEnd(source, at, line);
      const joined = joinFlow(line, last, source.slice(at, end), starts.slice(at, end));
      lines.push({ indent, start, cut, literal, isPlaced, ...joined });
      at = end;
    } else {
      lines.push({ indent, text: line, start, end: last, joints: [], cut, literal, isPlaced });
    }
  }
  return lines;
}

/** Where each line begins. */
function startsOf(source: readonly string[]): readonly number[] {
  let start = 0;
  return source.map((line) => {
    const begins = start;
    start += line.length + 1;
    return begins;
  });
}

/** `|` or `>` at the end of a line; the `>` of an HTML tag does not count. */
function literalStyle(line: string): '|' | '>' | undefined {
  const last = phpTrim(line).at(-1);
  if (last === '|') return '|';
  return last === '>' && !(line.endsWith('>') && line.includes('<')) ? '>' : undefined;
}

/** The first line from `from` on that is neither blank nor further in than `indent`. */
function literalEnd(source: readonly string[], from: number, indent: number): number {
  for (let at = from; at < source.length; at++) {
    const line = source[at] ?? '';
    const trimmed = phpTrim(line);
    // PHP takes a lone `0` for nothing.
    if (trimmed !== '' && trimmed !== '0' && indentOf(line) <= indent) return at;
  }
  return source.length;
}

function readLiteral(lines: readonly string[], style: '|' | '>'): string {
  const indent = indentOf(lines[0] ?? '');
  let text = '';
  for (const line of lines) {
    const inner = trimEndOf(line.slice(indent), '\r\n\t ');
    if (style === '|') text += `${inner}\n`;
    else if (phpTrimStart(inner) === '') text = `${trimEndOf(text, ' \t')}\n`;
    else text += `${phpTrimStart(inner)} `;
  }
  return trimEndOf(text, ' \r\n');
}

/**
 * Where the comment begins that Spyc cuts, or -1: at the first `#` behind the last quotation mark,
 * with or without a blank before it. This is what cuts `https://example.com#top` and `&#39;`.
 */
function commentStart(line: string): number {
  const quote = Math.max(line.lastIndexOf('"'), line.lastIndexOf("'"));
  const hash = line.indexOf('#', quote + 1);
  return hash === line.length - 1 || !line.includes('#', 1) ? -1 : hash;
}

/** Whether a flow list begins that is not closed at the end of the line. */
function opensFlow(line: string): boolean {
  const trimmed = phpTrim(line);
  return (
    !trimmed.endsWith(']') && (trimmed.startsWith('[') || /^[^:]+:[ \t\v\f\r]*\[/.test(trimmed))
  );
}

/** Behind the first line that closes the list; the end where none does. */
function flowEnd(source: readonly string[], from: number, line: string): number {
  let last = line;
  let at = from;
  while (at < source.length && !phpTrim(last).endsWith(']')) {
    const next = phpTrim(source[at] ?? '');
    if (next !== '') last = next;
    at++;
  }
  return at;
}

function joinFlow(
  line: string,
  last: number,
  rest: readonly string[],
  starts: readonly number[],
): Pick<SpycLine, 'text' | 'end' | 'joints'> {
  const joints: Jump[] = [];
  let text = trimEndOf(line, ' \n\t\r');
  let end = last - (line.length - text.length);
  rest.forEach((next, index) => {
    const inner = next.replace(/^[ \t]+/, '');
    const added = trimEndOf(inner, ' \n\t\r');
    if (added === '') return;
    const source = (starts[index] ?? 0) + next.length - inner.length;
    if (text !== '') {
      text += ' ';
      joints.push({ text: text.length, sourceEnd: source, source });
    }
    text += added;
    end = source + added.length;
  });
  return { text, end, joints };
}

function isComment(line: string): boolean {
  return line.startsWith('#') || trimEndOf(line, ' \r\n\t') === '---';
}

function indentOf(line: string): number {
  let indent = 0;
  while (indent < line.length && isTrimmed(line.charCodeAt(indent))) indent++;
  return indent;
}
