import { isArray } from '../../kirby/json/value.ts';
import type { Span } from '../../kirby/text/span.ts';
import { readYaml, type YamlHandler } from '../../kirby/yaml/read.ts';

/** An item of a list in brackets, `[red, gre|en]`, at a cursor. */
export interface FlowItem {
  /** The quotation mark that it begins with; empty without one. */
  readonly quote: '' | '"' | "'";
  readonly isClosed: boolean;
  /** What is written, without blanks and quotation marks; of nothing the place of the cursor. */
  readonly span: Span;
  /** The blank that is missing behind a comma. */
  readonly lead: string;
  /** The other items of the list, as they are written. */
  readonly others: ReadonlySet<string>;
}

/**
 * The item that a cursor touches, or the place of one that is still to be written. `undefined` behind
 * the list, on another line, and where lists or maps stand in the list.
 *
 * @param open the offset of the bracket in the text
 */
export function flowItemAt(text: string, open: number, offset: number): FlowItem | undefined {
  const line = /^[^\r\n]*/.exec(text.slice(open + 1))?.[0] ?? '';
  const end = open + 1 + line.length;
  const others = new Set<string>();
  let found: Omit<FlowItem, 'others'> | undefined;
  for (let start = open + 1; start <= end;) {
    const item = readItem(text.slice(0, end), start);
    if (item === undefined) return undefined;
    const { span, quote, isClosed, next } = item;
    if (start <= offset && offset <= next) {
      // Between a quotation mark and the comma nothing can stand.
      if (isClosed && (offset < span.start || offset > span.end)) return undefined;
      found = { quote, isClosed, ...placed(text, item, offset) };
    } else if (span.end > span.start) others.add(text.slice(span.start, span.end));
    if (text[next] !== ',') break;
    start = next + 1;
  }
  return found && { ...found, others };
}

interface Item extends Pick<FlowItem, 'quote' | 'isClosed' | 'span'> {
  /** Where the comma or bracket behind it is, or the end of the line. */
  readonly next: number;
}

/** An item in quotation marks, and nothing behind it. */
const doubleQuoted = /^([ \t]*)"((?:\\.|[^"\\])*)"[ \t]*(?=[,\]]|$)/;
const singleQuoted = /^([ \t]*)'((?:''|[^'])*)'[ \t]*(?=[,\]]|$)/;

/** One item and what ends it; `undefined` where it is no text. */
function readItem(text: string, start: number): Item | undefined {
  const rest = text.slice(start);
  const closed = doubleQuoted.exec(rest) ?? singleQuoted.exec(rest);
  if (closed !== null) {
    const [whole, blanks = '', inside = ''] = closed;
    const from = start + blanks.length + 1;
    const span = { start: from, end: from + inside.length };
    const quote = text[from - 1] === '"' ? '"' : "'";
    return { quote, isClosed: true, span, next: start + whole.length };
  }
  const [plain = '', lead = '', mark = '', written = ''] =
    /^([ \t]*)(["']?)([^,[\]{}]*)/.exec(rest) ?? [];
  const next = start + plain.length;
  if (text[next] === '[' || text[next] === '{') return undefined;
  const from = start + lead.length + mark.length;
  const span = { start: from, end: from + written.trimEnd().length };
  return { quote: mark === '"' || mark === "'" ? mark : '', isClosed: false, span, next };
}

/** The place of the cursor belongs to the item, but for the quotation marks. */
function placed(
  text: string,
  { span, quote, isClosed }: Item,
  offset: number,
): Pick<FlowItem, 'span' | 'lead'> {
  const isEmpty = span.end === span.start && quote === '';
  const grown = { start: Math.min(span.start, offset), end: Math.max(span.end, offset) };
  const lead = text[offset - 1] === ',' && (isEmpty || offset < span.start) ? ' ' : '';
  if (isEmpty) return { span: { start: offset, end: offset }, lead };
  return { span: isClosed ? span : grown, lead };
}

/**
 * What writes a value as an item of such a list in the place of the one at the cursor. `undefined`: the
 * site's engine would read something else.
 */
export function flowText(
  { quote, isClosed, lead }: Pick<FlowItem, 'quote' | 'isClosed' | 'lead'>,
  value: string,
  handler: YamlHandler,
): string | undefined {
  const forms = [value, `'${value.replaceAll("'", "''")}'`, `"${value.replace(/["\\]/g, '\\$&')}"`];
  const both: readonly YamlHandler[] = ['spyc', 'symfony'];
  const fitting = forms.filter(
    (form) => quote === '' || (form !== value && form.startsWith(quote)),
  );
  const form =
    fitting.find((one) => both.every((engine) => isReadAs(one, value, engine))) ??
    fitting.find((one) => isReadAs(one, value, handler));
  if (form === undefined) return undefined;
  return quote === '' ? lead + form : form.slice(1, isClosed ? -1 : undefined);
}

/** Whether an engine reads an item of a list as a value. */
function isReadAs(item: string, value: string, handler: YamlHandler): boolean {
  const read = readYaml(`[${item}, x]`, handler);
  if (!read.ok || !isArray(read.value)) return false;
  const [first, ...others] = read.value;
  const isText =
    typeof first === 'string' || typeof first === 'number' || typeof first === 'boolean';
  return isText && String(first) === value && others.length === 1 && others[0] === 'x';
}
