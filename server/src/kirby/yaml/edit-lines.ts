import { insert, replace, type TextEdit } from '../json/text-edit.ts';
import type { JsonValue } from '../json/value.ts';
import type { Span } from '../text/span.ts';
import { columnOf, smallest, spellings } from './edit-scalar.ts';
import type { YamlHandler } from './read.ts';
import { outerOf, type YamlNode } from './tree.ts';
import { writeYaml } from './write.ts';

type Ways = Iterable<readonly TextEdit[]>;

/** An item or entry: from its first character, the dash not counted, to its last. */
function partsOf(node: YamlNode): readonly Span[] {
  switch (node.kind) {
    case 'scalar':
      return [];
    case 'list':
      return node.items.map(outerOf);
    case 'map':
      return node.entries.map(({ keySpan, value }) => ({
        start: keySpan.start,
        end: Math.max(keySpan.end, outerOf(value).end),
      }));
  }
}

/** The ways to take an item or entry out of a collection, with the lines that it alone has. */
export function* removePart(text: string, node: YamlNode, step: string | number): Ways {
  const parts = partsOf(node);
  const index =
    node.kind === 'map' ? node.entries.findIndex(({ key }) => key === String(step)) : Number(step);
  const part = parts[index];
  if (part === undefined) return;
  const next = parts[index + 1];
  const before = parts[index - 1];
  if (isFlow(text, node)) {
    if (next !== undefined) yield [replace(quoteStart(text, part), quoteStart(text, next), '')];
    else if (before !== undefined) yield [replace(before.end, part.end, '')];
    else yield [replace(node.span.start + 1, node.span.end - 1, '')];
    return;
  }
  const head = node.kind === 'list' ? dashOf(text, part) : part.start;
  const start = text.lastIndexOf('\n', head - 1) + 1;
  const end = lineEnd(text, part.end);
  // With the line break behind it or, at the end of the text, the one before it.
  if (end < text.length) yield [replace(start, end + 1, '')];
  else yield [replace(Math.max(0, start - lineBreakBefore(text, start)), end, '')];
  // The line begins with the dash of the row around it.
  if (next !== undefined) yield [replace(quoteStart(text, part), quoteStart(text, next), '')];
}

/** The ways to add a key to the end of a map. */
export function* insertEntry(
  text: string,
  node: YamlNode,
  key: string,
  value: null | boolean | number | string,
  handler: YamlHandler,
): Ways {
  const parts = partsOf(node);
  const [first] = parts;
  const last = parts.at(-1);
  if (node.kind === 'scalar' || first === undefined || last === undefined) return;
  const isInline = isFlow(text, node);
  const indent = columnOf(text, quoteStart(text, first));
  for (const name of [key, `"${key}"`, `'${key}'`]) {
    for (const written of spellings(value, 'plain', handler, indent + 2)) {
      const entry = written === '' ? `${name}:` : `${name}: ${written}`;
      if (isInline) yield [insert(last.end, `, ${entry}`)];
      else
        yield [insert(endOfPart(text, last), `${lineBreakIn(text)}${' '.repeat(indent)}${entry}`)];
    }
  }
}

/** The ways to put an item into a list. */
export function* insertItem(
  text: string,
  node: YamlNode,
  index: number,
  value: JsonValue,
  handler: YamlHandler,
  isRoot: boolean,
): Ways {
  if (node.kind !== 'list') return;
  const parts = partsOf(node);
  const last = parts.at(-1);
  if (last === undefined) {
    if (isRoot) yield [smallest(text, { start: 0, end: text.length }, written(value, handler))];
    if (isScalar(value)) {
      for (const item of spellings(value, 'plain', handler, 2)) {
        yield [smallest(text, node.span, `[${item}]`)];
      }
    }
    return;
  }
  const at = parts[index];
  if (isFlow(text, node)) {
    if (!isScalar(value)) return;
    for (const item of spellings(value, 'plain', handler, 2)) {
      yield [at ? insert(quoteStart(text, at), `${item}, `) : insert(last.end, `, ${item}`)];
    }
    return;
  }
  const indent = dashColumn(text, at ?? last);
  if (indent === undefined) return;
  const lineBreak = lineBreakIn(text);
  for (const item of itemSpellings(value, handler, hasInlineRows(text, node))) {
    const lines = item
      .split('\n')
      .map((line) => (line === '' ? line : ' '.repeat(indent) + line))
      .join(lineBreak);
    if (at === undefined) yield [insert(endOfPart(text, last), lineBreak + lines)];
    else yield [insert(text.lastIndexOf('\n', dashOf(text, at)) + 1, lines + lineBreak)];
  }
}

function isScalar(value: JsonValue): value is null | boolean | number | string {
  return typeof value !== 'object' || value === null;
}

/** The ways to write an item with its dash. */
function itemSpellings(
  value: JsonValue,
  handler: YamlHandler,
  isInline: boolean,
): readonly string[] {
  if (isScalar(value)) {
    return spellings(value, 'plain', handler, 2).map((spelling) => `- ${spelling}`);
  }
  const own = written(value, handler);
  return isInline ? [own.replace(/^- *\n */, '- '), own] : [own];
}

function written(value: JsonValue, handler: YamlHandler): string {
  return writeYaml([value], handler).replace(/\n$/, '');
}

/** Whether rows begin on the line of their dash: `- a: b`. */
function hasInlineRows(text: string, node: YamlNode): boolean {
  const [first] = partsOf(node);
  return first !== undefined && !text.slice(dashOf(text, first), first.start).includes('\n');
}

/** The dash of an item, with nothing but blanks and other dashes between. */
function dashOf(text: string, { start, end }: Span): number {
  // Alone on its line, a dash is a text to Spyc.
  if (text.slice(start, end) === '-') return start;
  return text.lastIndexOf('-', start - 1);
}

/** The column of an item's dash; `undefined` when it does not begin its line. */
function dashColumn(text: string, part: Span): number | undefined {
  const dash = dashOf(text, part);
  if (dash < 0) return undefined;
  const column = columnOf(text, dash);
  return /^ *$/.test(text.slice(dash - column, dash)) ? column : undefined;
}

function isFlow(text: string, node: YamlNode): boolean {
  return /[[{]/.test(text.charAt(node.span.start)) && /[\]}]/.test(text.charAt(node.span.end - 1));
}

/** The start of a part with the quotation mark of its key. */
function quoteStart(text: string, { start }: Span): number {
  return /["']/.test(text.charAt(start - 1)) ? start - 1 : start;
}

function endOfPart(text: string, { end }: Span): number {
  const last = lineEnd(text, end);
  return text.charAt(last - 1) === '\r' ? last - 1 : last;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function lineBreakBefore(text: string, start: number): number {
  return text.slice(0, start).endsWith('\r\n') ? 2 : 1;
}

/** How the lines of a text end. */
export function lineBreakIn(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
