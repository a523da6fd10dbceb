import { changed } from '../json/changed.ts';
import { applied, type TextEdit } from '../json/text-edit.ts';
import { isArray, isObject, type JsonPath, type JsonValue } from '../json/value.ts';
import { type MappedText, plainText } from '../text/mapped-text.ts';
import { phpTrim } from '../text/php.ts';
import type { Span } from '../text/span.ts';
import { insertEntry, insertItem, removePart } from './edit-lines.ts';
import { keyEdits, scalarEdits } from './edit-scalar.ts';
import { readYaml, type YamlHandler } from './read.ts';
import { type YamlNode, yamlTree, yamlValue } from './tree.ts';

/** One change of a YAML value. Paths lead to places as they are before the change. */
export type YamlChange =
  /** Gives a scalar another value. A key that a map does not have yet is added to its end. */
  | {
      readonly kind: 'set';
      readonly path: JsonPath;
      readonly value: null | boolean | number | string;
    }
  /** Removes an entry of a map or an item of a list. */
  | { readonly kind: 'remove'; readonly path: JsonPath }
  /** Gives the entry at `path` another key. */
  | { readonly kind: 'rename'; readonly path: JsonPath; readonly key: string }
  /** Inserts into the list at `path`, before the item at `index` or, from its length on, at the end. */
  | {
      readonly kind: 'insert';
      readonly path: JsonPath;
      readonly index: number;
      readonly value: JsonValue;
    };

export type YamlEdit =
  | { readonly ok: true; readonly edits: readonly { readonly span: Span; readonly text: string }[] }
  /** Nothing was changed, and why. */
  | { readonly ok: false; readonly reason: string };

/**
 * The one door for all edits of YAML: a change becomes the smallest text edit in the style that
 * stands there. The text is read before and after, by the engine that Kirby would take; when
 * anything but the intended place would change, the answer is a refusal.
 *
 * @param source a field's value, which stands in the document without another encoding between
 * @returns edits in the document, in rising order and apart from each other
 */
export function editYaml(source: MappedText, handler: YamlHandler, change: YamlChange): YamlEdit {
  const { text } = source;
  const tree = yamlTree(plainText(text, 0), handler);
  if (!tree.ok) return refusal('The text cannot be read.');
  const wanted = changed(yamlValue(tree.root), change);
  if (wanted === undefined) return refusal('The place does not exist.');
  for (const edits of ways(text, tree.root, handler, change)) {
    const result = applied(text, edits);
    if (result === undefined || dividesField(result, text) || edits.some(holdsHalf)) continue;
    if (
      isRead(result, wanted, handler) &&
      (!losesEnd(result, text) || isRead(phpTrim(result), wanted, handler))
    ) {
      return {
        ok: true,
        edits: edits.map((edit) => ({ span: source.toSource(edit.span), text: edit.text })),
      };
    }
  }
  return refusal('No edit would change the place that was meant and nothing else.');
}

function refusal(reason: string): YamlEdit {
  return { ok: false, reason };
}

/** The ways to write a change, the smallest first. Not each of them needs to be right. */
function ways(
  text: string,
  root: YamlNode,
  handler: YamlHandler,
  change: YamlChange,
): Iterable<readonly TextEdit[]> {
  const node = yamlNodeAt(root, change.path);
  const parent = yamlNodeAt(root, change.path.slice(0, -1));
  const step = change.path.at(-1);
  switch (change.kind) {
    case 'set':
      if (node !== undefined)
        return inOwnLineBreaks(text, scalarEdits(text, node, change.value, handler));
      if (parent === undefined || step === undefined) return [];
      return insertEntry(text, parent, String(step), change.value, handler);
    case 'remove':
      return parent === undefined || step === undefined ? [] : removePart(text, parent, step);
    case 'rename': {
      const keySpan = parent?.kind === 'map' ? keySpanOf(parent.entries, step) : undefined;
      return keySpan === undefined ? [] : keyEdits(text, keySpan, change.key);
    }
    case 'insert':
      return node === undefined
        ? []
        : insertItem(text, node, change.index, change.value, handler, node === root);
  }
}

/** Lines that come to others end as these do, where the engine takes that for the same. */
function* inOwnLineBreaks(
  text: string,
  all: Iterable<readonly TextEdit[]>,
): Iterable<readonly TextEdit[]> {
  const isCrlf = text.includes('\r\n');
  for (const edits of all) {
    if (isCrlf)
      yield edits.map((edit) => ({ ...edit, text: edit.text.replace(/(?<!\r)\n/g, '\r\n') }));
    yield edits;
  }
}

/** The node at a path, or `undefined` when the path leads nowhere. */
export function yamlNodeAt(root: YamlNode, path: JsonPath): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const step of path) {
    if (node?.kind === 'list') node = typeof step === 'number' ? node.items[step] : undefined;
    else if (node?.kind === 'map') {
      node = node.entries.find(({ key }) => key === String(step))?.value;
    } else return undefined;
  }
  return node;
}

function keySpanOf(
  entries: readonly { readonly key: string; readonly keySpan: Span }[],
  step: string | number | undefined,
): Span | undefined {
  return entries.find(({ key }) => key === String(step))?.keySpan;
}

function isRead(text: string, wanted: JsonValue, handler: YamlHandler): boolean {
  const read = readYaml(text, handler);
  return read.ok && isSameYaml(read.value, wanted);
}

/** Whether blanks have come to the end, which Kirby cuts off a field. */
function losesEnd(result: string, before: string): boolean {
  return result !== phpTrim(result) && before === phpTrim(before);
}

/** Whether an edit writes half a surrogate pair, which no file can hold. */
function holdsHalf({ text }: TextEdit): boolean {
  return /\p{Surrogate}/u.test(text);
}

/** Whether a new line would end the field: the divider of content files. Those that are there are hidden. */
function dividesField(result: string, before: string): boolean {
  return dividersIn(result) > dividersIn(before);
}

function dividersIn(text: string): number {
  return text.match(/^-{4}/gm)?.length ?? 0;
}

/** Equal but for the order of keys, which means nothing in Kirby, and for the kind of emptiness. */
export function isSameYaml(a: JsonValue, b: JsonValue): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  if (isArray(a)) {
    return (
      isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => isSameYaml(item, b[index] ?? null))
    );
  }
  if (!isObject(a)) return Object.is(a, b);
  return (
    isObject(b) &&
    Object.keys(a).length === Object.keys(b).length &&
    Object.entries(a).every(
      ([key, value]) => Object.hasOwn(b, key) && isSameYaml(value, b[key] ?? null),
    )
  );
}

/** `[]` and `{}` are the same array in PHP. */
function isEmpty(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
