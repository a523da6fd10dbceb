import { isAlias, isScalar, type ParsedNode, type Scalar } from 'yaml';
import { decodedText, type MappedText } from '../../text/mapped-text.ts';
import { trimSpan } from '../../text/php.ts';
import type { Span } from '../../text/span.ts';
import type { Place, Written, YamlStyle } from '../place.ts';
import { blurredText, escapedText, linesText } from '../written-text.ts';

/** The place of a value by the nodes that the package `yaml` made of it and of its key. */
export class SymfonyPlace implements Place {
  readonly #key: ParsedNode | undefined;
  readonly #value: ParsedNode | null;
  readonly #isMerged: boolean;

  /** @param isMerged whether the value is one of those that `<<` brings in */
  constructor(key: ParsedNode | undefined, value: ParsedNode | null, isMerged = false) {
    this.#key = key;
    this.#value = value;
    this.#isMerged = isMerged;
  }

  get isAlias(): boolean {
    return this.#isMerged || (this.#value !== null && isAlias(this.#value));
  }

  keySpan(source: MappedText): Span | undefined {
    const key = this.#key;
    return key && source.toSource(isScalar(key) ? innerSpan(key, source.text) : nodeSpan(key));
  }

  written(text: string | undefined, source: MappedText): Written {
    const node = this.#value;
    if (node === null) {
      const end = this.#key?.range[1] ?? 0;
      const span = source.toSource({ start: end, end });
      return { style: 'plain', span, outer: span, text: undefined };
    }
    const outer = source.toSource(outerSpan(node, source.text));
    if (this.isAlias || !isScalar(node)) {
      return { style: this.isAlias ? 'alias' : 'plain', span: outer, outer, text: undefined };
    }
    const inner = innerSpan(node, source.text);
    return {
      style: styleOf(node),
      span: source.toSource(inner),
      outer,
      text: text === undefined ? undefined : mappedText(node, text, inner, source),
    };
  }
}

/** Where a node stands, as the package sees it. */
export function nodeSpan({ range: [start, end] }: ParsedNode): Span {
  return { start, end };
}

/** Without the line breaks behind a block. */
function outerSpan(node: ParsedNode, text: string): Span {
  const isBlock = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
  return isBlock ? trimSpan(text, nodeSpan(node)) : nodeSpan(node);
}

function innerSpan(node: Scalar.Parsed, text: string): Span {
  const [start, end] = node.range;
  switch (node.type) {
    case 'QUOTE_SINGLE':
    case 'QUOTE_DOUBLE':
      return { start: start + 1, end: Math.max(start + 1, end - 1) };
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED': {
      const { start: first, end: last } = trimSpan(text, bodySpan(node, text));
      return first < last ? { start: first, end: last } : emptyBody(outerSpan(node, text));
    }
    default:
      return { start, end };
  }
}

function emptyBody({ end }: Span): Span {
  return { start: end, end };
}

/** The lines below the header of a block. */
function bodySpan({ range: [start, end] }: Scalar.Parsed, text: string): Span {
  const lineBreak = text.indexOf('\n', start);
  return { start: lineBreak < 0 || lineBreak >= end ? end : lineBreak + 1, end };
}

function styleOf({ type }: Scalar.Parsed): YamlStyle {
  switch (type) {
    case 'QUOTE_SINGLE':
      return 'single';
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'BLOCK_LITERAL':
      return 'literal';
    case 'BLOCK_FOLDED':
      return 'folded';
    default:
      return 'plain';
  }
}

function mappedText(
  node: Scalar.Parsed,
  text: string,
  inner: Span,
  source: MappedText,
): MappedText {
  const written = source.text.slice(inner.start, inner.end);
  if (written === text) return decodedText(text, source, inner.start, inner.end, []);
  if (written === '') return blurredText(text, source.toSource(inner));
  const style = styleOf(node);
  if (style === 'literal' || style === 'folded') {
    return linesText(text, source, bodySpan(node, source.text));
  }
  if (style === 'single' && !written.includes('\n')) {
    return escapedText(text, source, inner, /''/g, () => "'");
  }
  if (style === 'double' && !written.includes('\n')) {
    return escapedText(text, source, inner, doubleEscapes, unescaped);
  }
  return written.includes('\n')
    ? linesText(text, source, inner)
    : blurredText(text, source.toSource(inner));
}

const doubleEscapes = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])/g;

const named: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1B',
  N: '\x85',
  _: '\xA0',
  L: '\u2028',
  P: '\u2029',
};

function unescaped(sequence: string): string {
  const name = sequence.charAt(1);
  if (sequence.length === 2) return named[name] ?? name;
  const code = Number.parseInt(sequence.slice(2), 16);
  return code > 0x10ffff ? sequence : String.fromCodePoint(code);
}
