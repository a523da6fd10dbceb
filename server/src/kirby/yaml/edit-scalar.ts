import { replace, type TextEdit } from '../json/text-edit.ts';
import type { JsonValue } from '../json/value.ts';
import { difference, differences } from '../text/difference.ts';
import type { Span } from '../text/span.ts';
import type { YamlHandler } from './read.ts';
import type { YamlNode, YamlScalar } from './tree.ts';
import { writeYaml } from './write.ts';

/** The ways to write another value in the place of a scalar, the smallest first. */
export function* scalarEdits(
  text: string,
  node: YamlNode,
  value: null | boolean | number | string,
  handler: YamlHandler,
): Iterable<readonly TextEdit[]> {
  if (node.kind !== 'scalar' || node.style === 'alias') return;
  if (typeof value === 'string') {
    const inside = insideEdits(text, node, value, handler);
    if (inside !== undefined) yield inside;
  }
  const { outer } = node;
  const gap = needsBlank(text, outer.start) ? ' ' : '';
  for (const written of spellings(value, node.style, handler, blockColumn(text, outer.start))) {
    yield [smallest(text, outer, gap + written)];
  }
}

/** The ways to write a key in the place of another. */
export function* keyEdits(text: string, span: Span, key: string): Iterable<readonly TextEdit[]> {
  yield [smallest(text, span, key)];
  const before = text.charAt(span.start - 1);
  const isQuoted = /["']/.test(before) && text.charAt(span.end) === before;
  const outer = isQuoted ? { start: span.start - 1, end: span.end + 1 } : span;
  for (const written of [key, `"${key}"`, `'${key}'`]) yield [smallest(text, outer, written)];
}

/** The ways to write a scalar: as it stands there, as the engine would, and in quotation marks. */
export function spellings(
  value: null | boolean | number | string,
  style: YamlScalar['style'],
  handler: YamlHandler,
  column: number,
): readonly string[] {
  const own = engineSpelling(value, handler, column);
  if (typeof value !== 'string') return [own];
  const single = `'${value.replaceAll("'", "''")}'`;
  const double = `"${doubleQuoted(value, handler)}"`;
  const quoted = style === 'double' ? [double, single] : [single, double];
  const plain = value === '' ? [] : [value];
  const isQuoted = style === 'single' || style === 'double';
  return isQuoted ? [...quoted, own] : [...plain, own, ...quoted];
}

/** Spyc knows no escape for a backslash. */
function doubleQuoted(value: string, handler: YamlHandler): string {
  const escaped = value.replace(handler === 'spyc' ? /"/g : /["\\]/g, '\\$&');
  return escaped.replaceAll('\n', '\\n');
}

/** How the engine would write a value behind a dash at `column - 2`. */
function engineSpelling(value: JsonValue, handler: YamlHandler, column: number): string {
  const written = writeYaml([value], handler).replace(/\n$/, '').slice(2);
  return written.replace(/\n {2}/g, `\n${' '.repeat(Math.max(column, 2))}`);
}

/** Only the words of a text that change, in the style that stands there. */
function insideEdits(
  text: string,
  node: YamlScalar,
  value: string,
  handler: YamlHandler,
): readonly TextEdit[] | undefined {
  const old = node.text;
  if (old === undefined) return undefined;
  // Between two changes escapes may stand.
  const find = node.style === 'double' ? differences : (a: string, b: string) => [difference(a, b)];
  return find(old.text, value).map((part) => ({
    span: old.toSource(part.span),
    text: insideSpelling(part.text, node, text, handler),
  }));
}

function insideSpelling(
  inserted: string,
  { style, span }: YamlScalar,
  text: string,
  handler: YamlHandler,
): string {
  switch (style) {
    case 'single':
      return inserted.replaceAll("'", "''");
    case 'double':
      return doubleQuoted(inserted, handler);
    case 'literal':
    case 'folded':
      return inserted.replaceAll('\n', `\n${' '.repeat(columnOf(text, span.start))}`);
    case 'plain':
    case 'alias':
      return inserted;
  }
}

/** A replacement without what is the same at both ends. */
export function smallest(text: string, span: Span, written: string): TextEdit {
  const part = difference(text.slice(span.start, span.end), written);
  return replace(span.start + part.span.start, span.start + part.span.end, part.text);
}

/** Behind a colon or dash a value needs a blank. */
function needsBlank(text: string, at: number): boolean {
  return at > 0 && /[:-]/.test(text.charAt(at - 1));
}

export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Where the lines of a text begin that stands in the place of what begins at an offset. */
function blockColumn(text: string, offset: number): number {
  const before = text.slice(offset - columnOf(text, offset), offset);
  const lead = /^(?:[ \t]*-[ \t]+)*[ \t]*/.exec(before)?.[0].length ?? 0;
  return lead === before.length ? lead : lead + 2;
}
