import type { JsonValue } from '../json/value.ts';
import { decodedText, type Jump, type MappedText } from '../text/mapped-text.ts';
import { trimSpan } from '../text/php.ts';
import { memo } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import { PhpArray, type PhpKey, type PhpValue } from './php-array.ts';
import type { Place, YamlStyle } from './place.ts';
import type { YamlHandler } from './read.ts';
import { pieceSpan } from './spyc/place.ts';
import { spycArray, type SpycRead } from './spyc/read.ts';
import { symfonyArray, withoutReturns } from './symfony/read.ts';
import { blurredText } from './written-text.ts';

/** A value of a YAML text and where it stands; all spans are in the document. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly value: null | boolean | number | string;
  readonly style: YamlStyle;
  /** What is written, without quotation marks, comment and the header of a block. */
  readonly span: Span;
  /** With quotation marks and header. */
  readonly outer: Span;
  /** Of a text: with the way back to the document. */
  readonly text: MappedText | undefined;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  /** From the first item to the last, without the first dash; of `[a, b]` with the brackets. */
  readonly span: Span;
}

export interface YamlMap {
  readonly kind: 'map';
  /** In the order in which PHP holds them. */
  readonly entries: readonly YamlEntry[];
  readonly span: Span;
}

export interface YamlEntry {
  readonly key: string;
  /** Without quotation marks; of an item among keys, the place of the item. */
  readonly keySpan: Span;
  readonly value: YamlNode;
}

export type YamlTree =
  | {
      readonly ok: true;
      /** A list or a map: a lone scalar is the only item of a list. */
      readonly root: YamlNode;
      /** Comments that Spyc cuts from lines, from the `#` on. Symfony's go without saying. */
      readonly cuts: readonly Span[];
      /** What Spyc drops or puts elsewhere because of an indentation. */
      readonly losses: readonly YamlLoss[];
      /** Keys whose value Spyc drops for that of a later key of the same name. Symfony refuses those. */
      readonly overridden: readonly Span[];
    }
  /** The engine refuses the text; in Kirby an exception with about this message. */
  | { readonly ok: false; readonly message: string; readonly span: Span };

export interface YamlLoss {
  /**
   * `replaced`: the value is gone, a line further in took its place. `beside`: the item stands
   * beside the key above it, which has nothing now, since it is no further in.
   */
  readonly kind: 'replaced' | 'beside';
  readonly node: YamlNode;
  /** The line with the indentation at fault, without the indentation. */
  readonly line: Span;
}

/** The same, made once for each text that stands in a document. */
export function yamlTreeOf(source: MappedText, handler: YamlHandler): YamlTree {
  return trees[handler](source);
}

const trees = {
  spyc: memo((source: MappedText) => yamlTree(source, 'spyc')),
  symfony: memo((source: MappedText) => yamlTree(source, 'symfony')),
};

/** The tree of a text as `readYaml` reads it. */
export function yamlTree(source: MappedText, handler: YamlHandler): YamlTree {
  const marked = source.text.startsWith('\uFEFF') ? 1 : 0;
  const content = decodedText(source.text.slice(marked), source, marked, source.text.length, []);
  switch (handler) {
    case 'spyc':
      return spycTree(spycArray(content.text, true), content);
    case 'symfony':
      return symfonyTree(content);
  }
}

/** The value without the places, equal to what `readYaml` answers. */
export function yamlValue(node: YamlNode): JsonValue {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(yamlValue);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, yamlValue(value)]));
  }
}

/** All scalars, in the order of the tree. */
export function* scalarsIn(node: YamlNode): Iterable<YamlScalar> {
  switch (node.kind) {
    case 'scalar':
      yield node;
      return;
    case 'list':
      for (const item of node.items) yield* scalarsIn(item);
      return;
    case 'map':
      for (const { value } of node.entries) yield* scalarsIn(value);
  }
}

function spycTree(read: SpycRead, source: MappedText): YamlTree {
  if (!read.ok) {
    return { ok: false, message: read.message, span: pieceSpan(read.piece, source) };
  }
  const nodes = new NodeMaker(source);
  return {
    ok: true,
    root: nodes.root(read.array),
    cuts: read.lines.flatMap(({ cut }) => (cut === undefined ? [] : [restOfLine(cut, source)])),
    losses: read.losses.flatMap(({ kind, value, place, line: { start, end } }) => {
      if (place === undefined) return [];
      const node = nodes.node(value, place, noSpan);
      return [{ kind, node, line: source.toSource({ start, end }) }];
    }),
    overridden: read.overridden.flatMap((place) => place.keySpan(source) ?? []),
  };
}

function restOfLine(start: number, source: MappedText): Span {
  const lineBreak = source.text.indexOf('\n', start);
  const line = source.text.slice(start, lineBreak < 0 ? source.text.length : lineBreak);
  return source.toSource({ start, end: start + line.trimEnd().length });
}

function symfonyTree(source: MappedText): YamlTree {
  const content = unixText(source);
  const read = symfonyArray(content.text, true);
  if (!read.ok) return { ok: false, message: read.message, span: content.toSource(read.span) };
  const root = new NodeMaker(content).root(read.array);
  return { ok: true, root, cuts: [], losses: [], overridden: [] };
}

/** The text with the line breaks of Unix. */
function unixText(source: MappedText): MappedText {
  const { text } = source;
  if (!text.includes('\r')) return source;
  const jumps: Jump[] = [];
  for (const { index } of text.matchAll(/\r\n/g)) {
    const after = index + 2;
    jumps.push({ text: after - jumps.length - 1, sourceEnd: after, source: after });
  }
  return decodedText(withoutReturns(text), source, 0, text.length, jumps);
}

const noSpan: Span = { start: 0, end: 0 };

class NodeMaker {
  readonly #source: MappedText;

  constructor(source: MappedText) {
    this.#source = source;
  }

  root(array: PhpArray): YamlNode {
    const { text } = this.#source;
    const whole = trimSpan(text, { start: 0, end: text.length });
    const isFlow = /^[[{][^]*[\]}]$/.test(text.slice(whole.start, whole.end));
    const own = this.#source.toSource(isFlow ? whole : { start: whole.start, end: whole.start });
    return this.#collection(array, own, false);
  }

  /** @param within where the value belongs to that has no place of its own */
  node(value: PhpValue, place: Place | undefined, within: Span): YamlNode {
    const text = typeof value === 'string' ? value : undefined;
    const written = place?.written(text, this.#source);
    const span = written?.span ?? within;
    const isElsewhere = place?.isAlias ?? true;
    if (value instanceof PhpArray) {
      return this.#collection(value, written?.outer ?? within, isElsewhere);
    }
    const { style, outer } = written ?? { style: 'alias', outer: within };
    const mapped = text === undefined ? undefined : (written?.text ?? blurredText(text, outer));
    return { kind: 'scalar', value, style, span, outer, text: mapped };
  }

  /** @param isElsewhere whether what is inside has no places in this collection */
  #collection(array: PhpArray, own: Span, isElsewhere: boolean): YamlList | YamlMap {
    const entries = [...array.entries()].map(([key, value]) =>
      this.#entry(array, key, value, own, isElsewhere),
    );
    const span = isElsewhere ? own : hull(entries, own, this.#source);
    return array.isList
      ? { kind: 'list', items: entries.map(({ value }) => value), span }
      : { kind: 'map', entries, span };
  }

  #entry(
    array: PhpArray,
    key: PhpKey,
    value: PhpValue,
    own: Span,
    isElsewhere: boolean,
  ): YamlEntry {
    const place = isElsewhere ? undefined : array.placeOf(key);
    const node = this.node(value, place, own);
    const keySpan = place?.keySpan(this.#source) ?? outerOf(node);
    return { key: String(key), keySpan, value: node };
  }
}

/** With the quotation marks or the header of a scalar. */
export function outerOf(node: YamlNode): Span {
  return node.kind === 'scalar' ? node.outer : node.span;
}

/** From the first to the last of what is inside, or the brackets around it. */
function hull(entries: readonly YamlEntry[], own: Span, source: MappedText): Span {
  const first = source.fromSource(own.start) ?? 0;
  const isFlow = own.end > own.start && /[[{]/.test(source.text.charAt(first));
  if (isFlow || entries.length === 0) return own;
  let { start, end } = noSpan;
  entries.forEach(({ keySpan, value }, index) => {
    const outer = outerOf(value);
    start = index === 0 ? Math.min(keySpan.start, outer.start) : Math.min(start, keySpan.start);
    end = Math.max(end, outer.end, keySpan.end);
  });
  return { start, end };
}
