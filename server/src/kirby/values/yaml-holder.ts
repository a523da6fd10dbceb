import type { JsonChange } from '../json/edit.ts';
import type { JsonPath, JsonValue } from '../json/value.ts';
import { type MappedText, plainText } from '../text/mapped-text.ts';
import { isChosenUuids } from '../yaml/chosen-uuids.ts';
import { editYaml, type YamlChange } from '../yaml/edit.ts';
import type { YamlHandler } from '../yaml/read.ts';
import { type YamlNode, yamlTreeOf, yamlValue } from '../yaml/tree.ts';
import { editsOf, type Holder, type PutText, putChanged } from './holder.ts';

/**
 * The parts of a YAML text.
 *
 * @param put how the text is replaced when it stands in a string of JSON or other YAML
 * @returns `undefined` for what the engine refuses
 */
export function yamlHolder(
  source: MappedText,
  handler: YamlHandler,
  put?: PutText,
): Holder | undefined {
  const rootOf = (): YamlNode | undefined => {
    const tree = yamlTreeOf(source, handler);
    return tree.ok ? tree.root : undefined;
  };
  const value = chosenUuids(source.text) ?? valueOf(rootOf());
  if (value === undefined) return undefined;
  return {
    value,
    spanAt: (path) => nodeAt(rootOf(), path)?.span,
    keySpanAt: (path) => {
      const parent = nodeAt(rootOf(), path.slice(0, -1));
      return parent?.kind === 'map' ? entryAt(parent, path.at(-1))?.keySpan : undefined;
    },
    textAt: (path) => {
      const node = nodeAt(rootOf(), path);
      return node?.kind === 'scalar' ? node.text : undefined;
    },
    pathAt: (offset) => {
      const root = rootOf();
      return root && pathAt(root, offset);
    },
    change: (change) => {
      if (!isYamlChange(change)) return undefined;
      return put === undefined
        ? editsOf(editYaml(source, handler, change))
        : putChanged(source.text, editYaml(plainText(source.text, 0), handler, change), put);
    },
  };
}

function valueOf(root: YamlNode | undefined): JsonValue | undefined {
  return root && yamlValue(root);
}

/**
 * Pages, files or users as the Panel writes those that were chosen, which is what nearly all lists
 * hold: both engines read them alike, and nothing has to be found out about them.
 */
function chosenUuids(text: string): readonly string[] | undefined {
  return isChosenUuids(text) ? text.split('\n').map((line) => line.slice(2)) : undefined;
}

/** Lists and maps are not written in the place of what stands in YAML, and nothing is moved there. */
function isYamlChange(change: JsonChange): change is YamlChange {
  if (change.kind === 'set') return typeof change.value !== 'object' || change.value === null;
  return change.kind !== 'move' && change.kind !== 'insert-all';
}

type MapNode = Extract<YamlNode, { kind: 'map' }>;

/** What stands at a path of a tree. */
export function nodeAt(root: YamlNode | undefined, path: JsonPath): YamlNode | undefined {
  let node = root;
  for (const step of path) {
    if (node?.kind === 'list') node = node.items[Number(step)];
    else if (node?.kind === 'map') node = entryAt(node, step)?.value;
    else return undefined;
  }
  return node;
}

/** Of several equal keys the last counts, as for PHP. */
function entryAt(
  node: MapNode,
  key: string | number | undefined,
): MapNode['entries'][number] | undefined {
  return node.entries.findLast((entry) => entry.key === String(key));
}

/** On a key: the path of its value. */
function pathAt(root: YamlNode, offset: number): JsonPath | undefined {
  if (!touches(root, offset)) return undefined;
  const path: (string | number)[] = [];
  let node = root;
  for (;;) {
    const step = stepAt(node, offset);
    if (step === undefined) return path;
    path.push(step.key);
    node = step.node;
  }
}

function stepAt(
  node: YamlNode,
  offset: number,
): { readonly key: string | number; readonly node: YamlNode } | undefined {
  if (node.kind === 'list') {
    const index = node.items.findIndex((item) => touches(item, offset));
    const item = node.items[index];
    return item && { key: index, node: item };
  }
  if (node.kind === 'scalar') return undefined;
  const entry = node.entries.find(
    ({ keySpan, value }) =>
      (keySpan.start <= offset && offset <= keySpan.end) || touches(value, offset),
  );
  return entry && { key: entry.key, node: entry.value };
}

function touches({ span }: YamlNode, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
