import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { PhpArray, type PhpKey, type PhpValue } from '../php-array.ts';
import { SymfonyPlace } from './place.ts';
import { type SymfonyScalar, symfonyScalar } from './scalar.ts';

export type SymfonyValue =
  | { readonly kind: 'value'; readonly value: PhpValue }
  /** `node`: what is refused, once that is known. */
  | { readonly kind: 'error'; readonly message: string; readonly node?: ParsedNode };

/** More than this, all aliases spelled out, is an attack and no content. */
const maximumWeight = 1_000_000;

/** The value of a parsed node, or the first thing in it that Symfony refuses. */
export function symfonyValue(
  root: ParsedNode | null,
  content: string,
  isPlaced: boolean,
): SymfonyValue {
  return new SymfonyReader(content, isPlaced).read(root);
}

/** Walks the nodes in the order of the text, since an alias knows only what stands before it. */
class SymfonyReader {
  readonly #content: string;
  readonly #isPlaced: boolean;
  readonly #anchors = new Map<string, { readonly value: PhpValue; readonly weight: number }>();
  #weight = 0;

  constructor(content: string, isPlaced: boolean) {
    this.#content = content;
    this.#isPlaced = isPlaced;
  }

  read(node: ParsedNode | null): SymfonyValue {
    if (node === null) return found(null);
    const result = isAlias(node) ? this.#alias(node.source) : this.#written(node);
    return result.kind === 'error' && result.node === undefined ? { ...result, node } : result;
  }

  #written(node: Exclude<ParsedNode, Alias.Parsed>): SymfonyValue {
    const before = this.#weight++;
    const result = isScalar(node) ? this.#scalar(node) : this.#collection(node);
    if (result.kind === 'value' && node.anchor !== undefined) {
      const weight = this.#weight - before;
      this.#anchors.set(node.anchor, { value: result.value, weight });
    }
    return result;
  }

  #alias(name: string): SymfonyValue {
    const anchor = this.#anchors.get(name);
    if (anchor === undefined) return refused(`Reference "${name}" does not exist.`);
    this.#weight += anchor.weight;
    return this.#weight > maximumWeight ? refused('Too many aliases.') : found(anchor.value);
  }

  #collection(node: YAMLMap.Parsed | YAMLSeq.Parsed): SymfonyValue {
    if (node.tag !== undefined && node.tag !== '!') return refusedTag(node.tag);
    if (isMap(node)) return node.flow === true ? this.#flowMap(node) : this.#blockMap(node);
    const list = new PhpArray();
    for (const item of node.items) {
      const read = this.read(item);
      if (read.kind === 'error') return read;
      list.append(read.value, this.#place(undefined, item));
    }
    return found(list);
  }

  #scalar(node: Scalar.Parsed): SymfonyValue {
    const text = String(node.value);
    switch (node.tag) {
      case undefined:
        if (node.type === 'PLAIN') return symfonyScalar(text);
        return found(this.#endsOpen(node) ? text.replace(/\n$/, '') : text);
      case '!':
      case 'tag:yaml.org,2002:str':
      case 'tag:yaml.org,2002:binary':
        return found(text);
      case 'tag:yaml.org,2002:float':
        return found(Number.parseFloat(text) || 0);
      default:
        return refusedTag(node.tag);
    }
  }

  /** A block scalar at the very end of a text without a final line break has none itself. */
  #endsOpen(node: Scalar.Parsed): boolean {
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    return isBlock && node.range[1] >= this.#content.length && !this.#content.endsWith('\n');
  }

  #blockMap(node: YAMLMap.Parsed): SymfonyValue {
    const map = new PhpArray();
    let mayOverwrite = false;
    for (const { key: keyNode, value: valueNode } of node.items) {
      const key = this.#blockKey(keyNode);
      if (key.kind === 'error') return { ...key, node: keyNode };
      const read = this.read(valueNode);
      if (read.kind === 'error') return read;
      if (key.key === '<<') {
        if (!(read.value instanceof PhpArray)) {
          return refused('YAML merge keys used with a scalar value instead of an array.', keyNode);
        }
        mayOverwrite = true;
        merge(map, read.value, this.#merged(keyNode, valueNode));
      } else if (!mayOverwrite && isTaken(map, key.key)) {
        return refused(`Duplicate key "${key.key}" detected.`, keyNode);
      } else map.set(key.key, read.value, this.#place(keyNode, valueNode));
    }
    return found(map);
  }

  /** Keys of a block map are evaluated: `1` is an integer, `true` and `1.5` are refused. */
  #blockKey(node: ParsedNode): Key {
    if (!isScalar(node) || this.#isExplicit(node.range[0])) {
      return refused('Complex mappings are not supported.');
    }
    const text = String(node.value);
    if (node.type !== 'PLAIN') return { kind: 'key', key: text };
    const evaluated = symfonyScalar(text);
    if (evaluated.kind === 'error') return evaluated;
    const { value } = evaluated;
    if (typeof value === 'string') return { kind: 'key', key: value };
    if (typeof value === 'number' && !isDecimal(text)) return { kind: 'key', key: value };
    const kind = typeof value === 'number' ? 'Numeric' : 'Non-string';
    return refused(`${kind} keys are not supported. Quote your evaluable mapping keys instead.`);
  }

  /** `? key`, which YAML has and Symfony has not. */
  #isExplicit(start: number): boolean {
    const line = this.#content.lastIndexOf('\n', start - 1) + 1;
    return /^[ ]*(?:-[ ]+)*\?[ ]+$/.test(this.#content.slice(line, start));
  }

  #flowMap(node: YAMLMap.Parsed): SymfonyValue {
    const map = new PhpArray();
    let mayOverwrite = false;
    for (const { key: keyNode, value: valueNode } of node.items) {
      // A pair without a colon, or with one that no blank follows: `{a}`, `{a:b}`, `{{ a }}`.
      if (!isScalar(keyNode) || valueNode === null) {
        return refused('Malformed inline YAML string.', keyNode);
      }
      const key = String(keyNode.value);
      const evaluated = keyNode.type === 'PLAIN' ? symfonyScalar(key) : found(key);
      if (evaluated.kind === 'error') return { ...evaluated, node: keyNode };
      if (typeof evaluated.value !== 'string' && !isInteger(evaluated, key)) {
        return refused(
          'Implicit casting of incompatible mapping keys to strings is not supported.',
          keyNode,
        );
      }
      const read = this.read(valueNode);
      if (read.kind === 'error') return read;
      if (key === '<<') {
        mayOverwrite = true;
        if (read.value instanceof PhpArray) {
          merge(map, read.value, this.#merged(keyNode, valueNode));
        }
      } else if (!mayOverwrite && isTaken(map, key)) {
        return refused(`Duplicate key "${key}" detected.`, keyNode);
      } else map.set(key, read.value, this.#place(keyNode, valueNode));
    }
    return found(map);
  }

  #place(key: ParsedNode | undefined, value: ParsedNode | null): SymfonyPlace | undefined {
    return this.#isPlaced ? new SymfonyPlace(key, value) : undefined;
  }

  #merged(key: ParsedNode, value: ParsedNode | null): SymfonyPlace | undefined {
    return this.#isPlaced ? new SymfonyPlace(key, value, true) : undefined;
  }
}

type Key =
  | { readonly kind: 'key'; readonly key: PhpKey }
  | { readonly kind: 'error'; readonly message: string };

/** PHP's `isset()`: a key without a value may come again. */
function isTaken(map: PhpArray, key: PhpKey): boolean {
  return (map.get(key) ?? null) !== null;
}

/** What a merge key brings in: a map, or a list of maps of which the first that has a key wins. */
function merge(target: PhpArray, merged: PhpArray, place: SymfonyPlace | undefined): void {
  const isList = merged.get(0) !== undefined;
  for (const source of isList ? merged.values() : [merged]) {
    if (!(source instanceof PhpArray)) continue;
    for (const [key, value] of source.entries()) {
      if (target.get(key) === undefined) target.set(key, value, place);
    }
  }
}

function isInteger(scalar: SymfonyScalar | SymfonyValue, text: string): boolean {
  return scalar.kind === 'value' && typeof scalar.value === 'number' && !isDecimal(text);
}

/** Whether PHP would hold a number as a float: JavaScript cannot tell `1.0` from `1`. */
function isDecimal(text: string): boolean {
  return !/^(?:-?[0-9_]+|0x[0-9a-f_]+|[-+]?0o[0-7_]+|[0-9]{4}-[0-9]+-.*)$/i.test(text);
}

function refusedTag(tag: string): SymfonyValue & { kind: 'error' } {
  return refused(`Tags support is not enabled; "${tag}" cannot be used.`);
}

function found(value: PhpValue): SymfonyValue & { kind: 'value' } {
  return { kind: 'value', value };
}

function refused(
  message: string,
  node?: ParsedNode,
): { readonly kind: 'error'; readonly message: string; readonly node?: ParsedNode } {
  return node === undefined ? { kind: 'error', message } : { kind: 'error', message, node };
}
