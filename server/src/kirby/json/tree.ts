import { parseTree, type Node } from 'jsonc-parser';
import type { Span } from '../text/span.ts';
import type { JsonPath } from './value.ts';

/**
 * A positioned JSON tree. Spans are offsets in the text that was parsed (a field's decoded value,
 * say), to be taken to the document with `MappedText.toSource`.
 *
 * This is the only file that touches jsonc-parser's `Node`, whose `value` is `any`.
 */
export type JsonNode = JsonObjectNode | JsonArrayNode | JsonLeafNode;

export interface JsonObjectNode {
  readonly kind: 'object';
  readonly span: Span;
  readonly members: readonly JsonMember[];
}

/** One `"key": value` of an object. Duplicate keys are all there, in order. */
export interface JsonMember {
  readonly key: string;
  /** The key with its quotes. */
  readonly keySpan: Span;
  /** `undefined` where the value is missing, as in `{"a":}`. */
  readonly value: JsonNode | undefined;
}

export interface JsonArrayNode {
  readonly kind: 'array';
  readonly span: Span;
  readonly items: readonly JsonNode[];
}

export interface JsonLeafNode {
  readonly kind: 'string' | 'number' | 'boolean' | 'null';
  /** Of a string: with its quotes. */
  readonly span: Span;
}

/** The tree of a JSON text, as far as it can be read; `undefined` for a text without any value. */
export function parseJsonTree(text: string): JsonNode | undefined {
  const root = parseTree(text, [], { allowTrailingComma: false, disallowComments: true });
  return root === undefined ? undefined : fromNode(root);
}

/** The node at a path. Of duplicate keys the last counts, as for PHP. */
export function nodeAt(root: JsonNode, path: JsonPath): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const step of path) {
    if (node?.kind === 'array' && typeof step === 'number') node = node.items[step];
    else if (node?.kind === 'object') node = memberAt(node, String(step))?.value;
    else return undefined;
  }
  return node;
}

/** The member of an object by its key; the last one of several. */
export function memberAt(node: JsonObjectNode, key: string): JsonMember | undefined {
  return node.members.findLast((member) => member.key === key);
}

/** The path to the innermost node that touches an offset. On a key: the path of its value. */
export function pathAt(root: JsonNode, offset: number): JsonPath | undefined {
  if (offset < root.span.start || offset > root.span.end) return undefined;
  const path: (string | number)[] = [];
  let node: JsonNode = root;
  for (;;) {
    const step = childAt(node, offset);
    if (step === undefined) return path;
    path.push(step.key);
    if (step.node === undefined) return path;
    node = step.node;
  }
}

function childAt(
  node: JsonNode,
  offset: number,
): { key: string | number; node: JsonNode | undefined } | undefined {
  if (node.kind === 'object') {
    for (const member of node.members) {
      const end = member.value?.span.end ?? member.keySpan.end;
      if (member.keySpan.start <= offset && offset <= end) {
        const inValue = member.value !== undefined && offset >= member.value.span.start;
        return { key: member.key, node: inValue ? member.value : undefined };
      }
    }
  } else if (node.kind === 'array') {
    const index = node.items.findIndex(
      (item) => item.span.start <= offset && offset <= item.span.end,
    );
    const item = node.items[index];
    if (item !== undefined) return { key: index, node: item };
  }
  return undefined;
}

function fromNode(node: Node): JsonNode {
  const span = { start: node.offset, end: node.offset + node.length };
  switch (node.type) {
    case 'object':
      return { kind: 'object', span, members: (node.children ?? []).flatMap(memberFrom) };
    case 'array':
      return { kind: 'array', span, items: (node.children ?? []).map(fromNode) };
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return { kind: node.type, span };
    case 'property':
      // A property stands only in an object, where `memberFrom` reads it.
      return { kind: 'null', span };
  }
}

function memberFrom(node: Node): readonly JsonMember[] {
  const [key, value] = node.children ?? [];
  if (key === undefined) return [];
  return [
    {
      key: String(key.value),
      keySpan: { start: key.offset, end: key.offset + key.length },
      value: value === undefined ? undefined : fromNode(value),
    },
  ];
}
