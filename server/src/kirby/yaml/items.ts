import type { MappedText } from '../text/mapped-text.ts';
import { isSpace, trimSpan } from '../text/php.ts';
import type { Span } from '../text/span.ts';

/** One entry of a list: a file, a page, a tag. */
export interface YamlItem {
  /** Without quotation marks, comment and blanks. */
  readonly text: string;
  /** Where it stands in the document; quotation marks are outside. */
  readonly span: Span;
}

/**
 * The entries of a value that is a YAML list of scalars: `- a` on lines of their own or alone,
 * `[a, "b"]`, or one scalar, which counts as the list of it. Kirby stores chosen files and pages so.
 * Entries that are lists or maps are left out; what is no list at all (a map, prose of several
 * lines, JSON objects) has no entries. Quick and lenient, for finding references while an author
 * types; for the exact value see `readYaml`.
 */
export function yamlItems(value: MappedText): readonly YamlItem[] {
  const { text } = value;
  const whole = trimSpan(text, { start: 0, end: text.length });
  if (whole.start === whole.end) return [];
  const isFlow = text[whole.start] === '[' && text[whole.end - 1] === ']';
  return (isFlow ? flowItems(text, whole) : lineItems(text, whole)).flatMap((raw) => {
    const item = scalarIn(text, raw);
    return item === undefined ? [] : [{ text: item.text, span: value.toSource(item.span) }];
  });
}

/** What stands between the commas of `[a, "b"]`. */
function flowItems(text: string, whole: Span): readonly Span[] {
  const items: Span[] = [];
  let start = whole.start + 1;
  let isBlank = true;
  let quote = '';
  for (let at = start; at < whole.end - 1; at++) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === '\\' && quote === '"') at++;
      else if (character === quote) quote = '';
    } else if (character === '[' || character === '{') return [];
    else if (character === ',') {
      items.push({ start, end: at });
      start = at + 1;
      isBlank = true;
    } else {
      if (isBlank && isQuote(character)) quote = character;
      isBlank &&= isSpace(text.charCodeAt(at));
    }
  }
  items.push({ start, end: whole.end - 1 });
  return items;
}

/** What stands behind the dashes of the outermost list, or the whole when it is one line. */
function lineItems(text: string, whole: Span): readonly Span[] {
  const items: Span[] = [];
  let column: number | undefined;
  let start = 0;
  while (start < whole.end) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak < 0 ? text.length : lineBreak;
    const line = trimSpan(text, { start, end });
    const indent = line.start - start;
    start = end + 1;
    if (line.start === line.end || text[line.start] === '#') continue;
    if (isDash(text, line)) {
      column ??= indent;
      if (indent !== column) continue;
      const rest = trimSpan(text, { start: line.start + 1, end: line.end });
      const isFolded = /^[>|][-+]?\d?$/.test(text.slice(rest.start, rest.end));
      if (!isFolded) items.push(rest);
      else items.push(...foldedLine(text, { start, end: whole.end }, indent));
    } else if (column === undefined) {
      return line.start === whole.start && line.end === whole.end ? [line] : [];
    }
  }
  return items;
}

/**
 * The line below `- >`, which is how Kirby writes a long name. Of several lines no name is made: they
 * stand apart in the file.
 */
function foldedLine(text: string, { start, end }: Span, indent: number): readonly Span[] {
  const [first, second] = linesBelow(text.slice(start, end), indent);
  if (first === undefined || second !== undefined) return [];
  return [{ start: start + first.start, end: start + first.end }];
}

/** The first two lines that stand further in. */
function linesBelow(text: string, indent: number): readonly Span[] {
  const lines: Span[] = [];
  let start = 0;
  while (start < text.length && lines.length < 2) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak < 0 ? text.length : lineBreak;
    const line = trimSpan(text, { start, end });
    if (line.start < line.end) {
      if (line.start - start <= indent) break;
      lines.push(line);
    }
    start = end + 1;
  }
  return lines;
}

function isDash(text: string, line: Span): boolean {
  if (text[line.start] !== '-') return false;
  return line.end - line.start === 1 || text[line.start + 1] === ' ';
}

/** The scalar that an entry is; `undefined` for nothing, a list or a map. */
function scalarIn(text: string, raw: Span): YamlItem | undefined {
  const span = trimSpan(text, raw);
  const first = text.charAt(span.start);
  if (span.start === span.end || first === '[' || first === '{') return undefined;
  if (isQuote(first)) {
    const end = closingQuote(text, span, first);
    if (end !== undefined) return quoted(text, { start: span.start + 1, end }, first);
  }
  const plain = withoutComment(text, span);
  const written = text.slice(plain.start, plain.end);
  const isOther = /^- |: |:$/.test(written) || written === '' || written === '-';
  return isOther ? undefined : { text: written, span: plain };
}

function quoted(text: string, span: Span, quote: string): YamlItem {
  const written = text.slice(span.start, span.end);
  const plain = quote === "'" ? written.replaceAll("''", "'") : written.replace(/\\(["\\])/g, '$1');
  return { text: plain, span };
}

/** Where the quotation mark stands that closes the entry, with at most a comment behind it. */
function closingQuote(text: string, span: Span, quote: string): number | undefined {
  let at = span.start + 1;
  while (at < span.end) {
    if (text[at] === '\\' && quote === '"') at += 2;
    else if (text[at] !== quote) at++;
    else if (quote === "'" && text[at + 1] === quote) at += 2;
    else {
      const rest = trimSpan(text, { start: at + 1, end: span.end });
      return rest.start === rest.end || text[rest.start] === '#' ? at : undefined;
    }
  }
  return undefined;
}

/** Cuts from a `#` with a blank before it on. */
function withoutComment(text: string, span: Span): Span {
  let hash = text.indexOf('#', span.start);
  while (hash >= 0 && hash < span.end) {
    if (hash === span.start || isSpace(text.charCodeAt(hash - 1))) {
      return trimSpan(text, { start: span.start, end: hash });
    }
    hash = text.indexOf('#', hash + 1);
  }
  return span;
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}
