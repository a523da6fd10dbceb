import type { Span } from '../text/span.ts';
import { flowAt } from './flow.ts';
import { quotedAt, skipBlanks, type YamlEntry, type YamlScalar } from './outline-entry.ts';

export type { YamlEntry, YamlScalar } from './outline-entry.ts';

/**
 * The keys of a YAML text by their indentation. This reads no YAML: it finds where a name stands, in
 * whatever Spyc or Symfony make sense of and in texts that are being written. Anchors, and scalars
 * over several lines, are passed over.
 */
export function yamlOutline(text: string): readonly YamlEntry[] {
  const entries: YamlEntry[] = [];
  const levels: Level[] = [{ column: -1, entry: undefined, entries }];
  /** Lines that are indented more than this belong to a text (`help: |`). */
  let textBelow = Infinity;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const start = skipBlanks(text, at, end);
    const column = start - at;
    at = end + 1;
    if (start === end) continue;
    if (column <= textBelow) textBelow = Infinity;
    if (column > textBelow || text[start] === '#') continue;
    const read = readLine(text, { start, end, column }, levels);
    textBelow = read.textBelow ?? Infinity;
    at = Math.max(at, lineEnd(text, read.end) + 1);
  }
  return entries;
}

interface Line {
  /** Where its first character that is no blank stands. */
  readonly start: number;
  readonly end: number;
  readonly column: number;
}

/** What the entries of one indentation are put into. */
interface Level {
  readonly column: number;
  /** `undefined`: the text itself. */
  readonly entry: OpenEntry | undefined;
  readonly entries: YamlEntry[];
}

interface OpenEntry extends YamlEntry {
  value: YamlScalar | undefined;
  readonly entries: YamlEntry[];
}

interface ReadLine {
  /** Where the line ends, or the list or map that begins in it. */
  readonly end: number;
  readonly textBelow?: number;
}

/** The dashes, the key and the value of one line: `- - name: value`. */
function readLine(text: string, line: Line, levels: Level[]): ReadLine {
  const { end } = line;
  let { start: at, column } = line;
  let entry: OpenEntry | undefined;
  let owner = column;
  while (text[at] === '-' && isGap(text, at + 1, end)) {
    const siblings = siblingsAt(levels, column, true);
    entry = openEntry(String(siblings.length), { start: at, end: at + 1 }, true);
    add(levels, siblings, column, entry);
    owner = column;
    const next = skipBlanks(text, at + 1, end);
    column += next - at;
    at = next;
  }
  const key = keyAt(text, at, end);
  if (key !== undefined) {
    entry = openEntry(text.slice(key.span.start, key.span.end), key.span, false);
    add(levels, siblingsAt(levels, column, false), column, entry);
    owner = column;
    at = skipBlanks(text, key.end, end);
  }
  return entry === undefined ? { end } : readValue(text, { start: at, end, column: owner }, entry);
}

function openEntry(key: string, keySpan: Span, isItem: boolean): OpenEntry {
  return { key, keySpan, isItem, value: undefined, entries: [] };
}

/** Where an entry of this column belongs: a list may stand as far left as the key it belongs to. */
function siblingsAt(levels: Level[], column: number, isItem: boolean): YamlEntry[] {
  for (;;) {
    const level = levels.at(-1);
    if (level === undefined) return [];
    const { entry } = level;
    const isBelow =
      level.column < column || (isItem && entry?.isItem === false && level.column === column);
    // Nothing belongs to a scalar: Spyc takes a key that is indented too far for its neighbour.
    const isInside = isBelow && entry?.value === undefined;
    if (isInside) return level.entries;
    levels.pop();
  }
}

function add(levels: Level[], siblings: YamlEntry[], column: number, entry: OpenEntry): void {
  siblings.push(entry);
  levels.push({ column, entry, entries: entry.entries });
}

interface Key {
  readonly span: Span;
  /** Behind the colon. */
  readonly end: number;
}

function keyAt(text: string, start: number, end: number): Key | undefined {
  const quoted = quotedAt(text, start, end);
  if (quoted !== undefined) {
    const colon = skipBlanks(text, quoted.end, end);
    return text[colon] === ':' ? { span: quoted.span, end: colon + 1 } : undefined;
  }
  if ('{['.includes(text[start] ?? '{')) return undefined;
  for (let at = text.indexOf(':', start); at >= 0 && at < end; at = text.indexOf(':', at + 1)) {
    if (!isGap(text, at + 1, end)) continue;
    const span = trimmed(text, start, at);
    return span.start < span.end ? { span, end: at + 1 } : undefined;
  }
  return undefined;
}

function readValue(text: string, { start, end, column }: Line, entry: OpenEntry): ReadLine {
  const first = start < end ? text.charAt(start) : '';
  if (first === '' || '#&*!'.includes(first)) return { end };
  if (first === '|' || first === '>') return { end, textBelow: column };
  if (first === '{' || first === '[') {
    const flow = flowAt(text, start);
    if (flow !== undefined) entry.entries.push(...flow.entries);
    return { end: Math.max(end, flow?.end ?? 0) };
  }
  const span = quotedAt(text, start, end)?.span ?? plainSpan(text, start, end);
  entry.value = { text: text.slice(span.start, span.end), span };
  return { end };
}

/** A bare value ends before ` # a comment`. */
function plainSpan(text: string, start: number, end: number): Span {
  const comment = text.slice(start, end).search(/\s#/u);
  return trimmed(text, start, comment < 0 ? end : start + comment);
}

function trimmed(text: string, start: number, end: number): Span {
  let last = end;
  while (last > start && ' \t\r'.includes(text.charAt(last - 1))) last--;
  return { start, end: last };
}

function isGap(text: string, at: number, end: number): boolean {
  return at >= end || ' \t\r'.includes(text.charAt(at));
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
