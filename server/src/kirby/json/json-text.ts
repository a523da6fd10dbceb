import type { Field } from '../content/document.ts';
import { memo } from '../text/memo.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import { locate } from './locate.ts';
import { type JsonNode, nodeAt, parseJsonTree } from './tree.ts';
import { mayHoldHalfPair, readJsonAgain, type SoundItems } from './reparse.ts';
import type { JsonPath, JsonValue } from './value.ts';

/**
 * A text that holds JSON: the value at once (`JSON.parse` is the fastest gate there is), the
 * positioned tree only when a place is asked for.
 */
export interface JsonText {
  readonly source: MappedText;
  /** `undefined`: the text is no JSON. */
  readonly value: JsonValue | undefined;
  /** Of a text that is no JSON: where `JSON.parse` stopped, if it says so. */
  readonly errorAt: number | undefined;
  /** Of a long array that is broken in one item: what stands around that, where it is known. */
  readonly sound?: SoundItems | undefined;
  /** Whether it may have half of a surrogate pair, which PHP refuses. */
  mayHoldHalfPair(): boolean;
  /** Of a long array: where each of its items ends, and the first one begins behind its bracket. */
  readonly ends?: (() => readonly number[]) | undefined;
  /** The tree, made at the first call. Best effort when the text is no JSON. */
  tree(): JsonNode | undefined;
  /** The span in the document of the value at a path, or `undefined` when there is none. */
  spanAt(path: JsonPath): Span | undefined;
  /** The same for many paths, in one pass. */
  spansAt(paths: readonly JsonPath[]): readonly (Span | undefined)[];
}

export function jsonText(source: MappedText): JsonText {
  let tree: { readonly root: JsonNode | undefined } | undefined;
  const rootOf = (): JsonNode | undefined => (tree ??= { root: parseJsonTree(source.text) }).root;
  const result = readJsonAgain(source.text);
  const value = result.ok ? result.value : undefined;
  const spansAt = (paths: readonly JsonPath[]): readonly (Span | undefined)[] => {
    // A tree that is there, or the only thing that reads broken JSON; else one quick pass.
    const root = tree !== undefined || value === undefined ? rootOf() : undefined;
    const spans =
      value === undefined || root !== undefined
        ? paths.map((path) => (root === undefined ? undefined : nodeAt(root, path)?.span))
        : locate(source.text, paths, result.ok ? result.ends : undefined);
    return spans.map((span) => (span === undefined ? undefined : source.toSource(span)));
  };
  const errorAt = result.ok ? undefined : result.errorAt;
  const { ends, sound, halfPair = () => mayHoldHalfPair(source.text) } = result;
  const spanAt = (path: JsonPath): Span | undefined => spansAt([path])[0];
  return {
    source,
    value,
    errorAt,
    sound,
    ends,
    mayHoldHalfPair: halfPair,
    tree: rootOf,
    spanAt,
    spansAt,
  };
}

/** The JSON of a field's value, parsed once per field. */
export const jsonOf = memo((field: Field): JsonText => jsonText(field.value));
