import type { Field } from '../content/document.ts';
import { memo } from '../text/memo.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import { type JsonNode, nodeAt, parseJsonTree } from './tree.ts';
import { type JsonPath, type JsonValue, parseJson } from './value.ts';

/**
 * A text that holds JSON: the value at once (`JSON.parse` is the fastest gate there is), the
 * positioned tree only when a place is asked for.
 */
export interface JsonText {
  readonly source: MappedText;
  /** `undefined`: the text is no JSON. */
  readonly value: JsonValue | undefined;
  /** The tree, made at the first call. Best effort when the text is no JSON. */
  tree(): JsonNode | undefined;
  /** The span in the document of the value at a path, or `undefined` when there is none. */
  spanAt(path: JsonPath): Span | undefined;
}

export function jsonText(source: MappedText): JsonText {
  let tree: { readonly root: JsonNode | undefined } | undefined;
  const rootOf = (): JsonNode | undefined => (tree ??= { root: parseJsonTree(source.text) }).root;
  return {
    source,
    value: parseJson(source.text),
    tree: rootOf,
    spanAt(path) {
      const root = rootOf();
      const node = root === undefined ? undefined : nodeAt(root, path);
      return node === undefined ? undefined : source.toSource(node.span);
    },
  };
}

/** The JSON of a field's value, parsed once per field. */
export const jsonOf = memo((field: Field): JsonText => jsonText(field.value));
