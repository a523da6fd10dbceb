import { isTrimmed, phpTrim, phpTrimStart, trimEndOf } from '../../text/php.ts';

/** A line as Spyc takes it: block scalars and flow lists that run over several lines are one. */
export interface SpycLine {
  readonly indent: number;
  /** Without the indentation. A block scalar is replaced by `literalMark`. */
  readonly text: string;
  /** The text of the block scalar that the line begins. */
  readonly literal: string | undefined;
}

/** Stands for a block scalar while its line is read. No text that can be typed contains it. */
export const literalMark = '\uFFFFliteral\uFFFF';

/** The lines that hold something, in order. Comments, blank lines and `---` are left out. */
export function spycLines(text: string): readonly SpycLine[] {
  const source = text.split('\n').map((line) => trimEndOf(line, '\r'));
  const lines: SpycLine[] = [];
  let at = 0;
  while (at < source.length) {
    const raw = source[at] ?? '';
    const indent = indentOf(raw);
    let line = raw.slice(indent);
    at++;
    if (line === '' || isComment(line)) continue;
    let literal: string | undefined;
    const style = literalStyle(line);
    if (style !== undefined) {
      line = `${trimEndOf(line, `${style} \n`)} ${literalMark}`;
      const end = literalEnd(source, at, indent);
      literal = readLiteral(source.slice(at, end), style);
      at = end;
    }
    line = withoutComment(line);
    if (opensFlow(line)) {
      const end = flowEnd(source, at, line);
      line = joinFlow(line, source.slice(at, end));
      at = end;
    }
    lines.push({ indent, text: line, literal });
  }
  return lines;
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
 * Cuts what Spyc takes for a comment: from the first `#` behind the last quotation mark on, with or
 * without a blank before it. This is what cuts `https://example.com#top` and `&#39;`.
 */
function withoutComment(line: string): string {
  const quote = Math.max(line.lastIndexOf('"'), line.lastIndexOf("'"));
  const hash = line.indexOf('#', quote + 1);
  if (hash < 0 || hash === line.length - 1 || !line.includes('#', 1)) return line;
  return trimEndOf(line.slice(0, hash), ' \t\n\v\f\r');
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

function joinFlow(line: string, rest: readonly string[]): string {
  return [line, ...rest.map((next) => next.replace(/^[ \t]+/, ''))]
    .map((part) => trimEndOf(part, ' \n\t\r'))
    .filter((part) => part !== '')
    .join(' ');
}

function isComment(line: string): boolean {
  return line.startsWith('#') || trimEndOf(line, ' \r\n\t') === '---';
}

function indentOf(line: string): number {
  let indent = 0;
  while (indent < line.length && isTrimmed(line.charCodeAt(indent))) indent++;
  return indent;
}
