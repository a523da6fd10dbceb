import type { Span } from '../text/span.ts';
import { quotedAt, type YamlEntry, type YamlScalar } from './outline-entry.ts';

/** A list or map in brackets. */
export interface YamlFlow {
  readonly entries: readonly YamlEntry[];
  /** Behind the closing bracket. */
  readonly end: number;
}

/** More brackets in one another than this are no blueprint. */
const DEEPEST = 30;

/** The list or map whose bracket stands here; `undefined` when it does not end. */
export function flowAt(text: string, start: number, depth = 0): YamlFlow | undefined {
  const isMap = text[start] === '{';
  const entries: YamlEntry[] = [];
  let at = start + 1;
  while (depth < DEEPEST) {
    at = skipGaps(text, at);
    const next = text[at];
    if (next === undefined) return undefined;
    if (next === '}' || next === ']') return { entries, end: at + 1 };
    const read = isMap ? memberAt(text, at, depth) : itemAt(text, at, depth, entries.length);
    if (read === undefined) return undefined;
    entries.push(read.entry);
    at = Math.max(read.end, at + 1);
  }
  return undefined;
}

interface Read {
  readonly entry: YamlEntry;
  readonly end: number;
}

function memberAt(text: string, start: number, depth: number): Read | undefined {
  const key = scalarAt(text, start, /:(?=[\s,\]}]|$)|[,{}[\]\n]/gu);
  const behind = skipGaps(text, key.end, false);
  const value = text[behind] === ':' ? valueAt(text, behind + 1, depth) : { end: key.end };
  if (value === undefined) return undefined;
  const { end, ...rest } = value;
  const entry = { key: key.text, keySpan: key.span, isItem: false, ...nothing, ...rest };
  return { entry, end };
}

function itemAt(text: string, start: number, depth: number, index: number): Read | undefined {
  const value = valueAt(text, start, depth);
  if (value === undefined) return undefined;
  const { end, ...rest } = value;
  const keySpan = value.value?.span ?? { start, end: start + 1 };
  return { entry: { key: String(index), keySpan, isItem: true, ...nothing, ...rest }, end };
}

const nothing: Pick<YamlEntry, 'value' | 'entries'> = { value: undefined, entries: [] };

interface Value extends Partial<Pick<YamlEntry, 'value' | 'entries'>> {
  readonly end: number;
}

function valueAt(text: string, from: number, depth: number): Value | undefined {
  const start = skipGaps(text, from, false);
  if (text[start] === '{' || text[start] === '[') return flowAt(text, start, depth + 1);
  const value = scalarAt(text, start, /[,{}[\]\n]/gu);
  return value.text === '' ? { end: value.end } : { value, end: value.end };
}

/** A scalar up to what `stop` matches. */
function scalarAt(
  text: string,
  start: number,
  stop: RegExp,
): YamlScalar & { readonly end: number } {
  const line = text.indexOf('\n', start);
  const quoted = quotedAt(text, start, line < 0 ? text.length : line);
  if (quoted !== undefined) return scalar(text, quoted.span, quoted.end);
  stop.lastIndex = start;
  const end = stop.exec(text)?.index ?? text.length;
  let last = end;
  while (last > start && ' \t\r'.includes(text.charAt(last - 1))) last--;
  return scalar(text, { start, end: last }, end);
}

function scalar(text: string, span: Span, end: number): YamlScalar & { readonly end: number } {
  return { text: text.slice(span.start, span.end), span, end };
}

function skipGaps(text: string, from: number, withCommas = true): number {
  const gaps = withCommas ? ' \t\r\n,' : ' \t\r\n';
  let at = from;
  while (at < text.length && gaps.includes(text.charAt(at))) at++;
  return at;
}
