import { changed } from '../kirby/json/changed.ts';
import { applied, type TextEdit } from '../kirby/json/text-edit.ts';
import type { JsonPath, JsonValue } from '../kirby/json/value.ts';
import { plainText } from '../kirby/text/mapped-text.ts';
import type { Span } from '../kirby/text/span.ts';
import { isSameYaml } from '../kirby/yaml/edit.ts';
import { columnOf, spellings } from '../kirby/yaml/edit-scalar.ts';
import { type YamlNode, type YamlTree, yamlTree, yamlValue } from '../kirby/yaml/tree.ts';
import type { Fix } from './rule.ts';
import type { YamlValue } from './yaml-values.ts';

type YamlRead = Extract<YamlTree, { ok: true }>;

/** What a fix that edits the text of a YAML value does. */
interface Repair {
  readonly title: string;
  readonly safe: boolean;
  /** In offsets of the value's text. */
  readonly edits: readonly TextEdit[];
  /** Whether the text reads as it was meant to, once it is changed. */
  readonly isRight: (tree: YamlRead) => boolean;
}

/** The first of some repairs that does what it is meant to do. */
export function firstRepair(value: YamlValue, repairs: Iterable<Repair>): readonly Fix[] {
  const { source, handler } = value;
  for (const { title, safe, edits, isRight } of repairs) {
    const text = applied(source.text, edits);
    if (text === undefined) continue;
    const tree = yamlTree(plainText(text, 0), handler);
    if (!tree.ok || !isRight(tree)) continue;
    const placed = value.placed(edits);
    if (placed !== undefined) return [{ title, edits: placed, safe }];
  }
  return [];
}

/**
 * Quotation marks around what is written somewhere, so that all of it is one text.
 *
 * @param written in the value's text
 */
export function quoteFix(value: YamlValue, written: Span, title: string): readonly Fix[] {
  const { source, handler, tree } = value;
  const text = source.text.slice(written.start, written.end);
  if (text === '') return [];
  const column = columnOf(source.text, written.start);
  const before = tree.ok ? yamlValue(tree.root) : undefined;
  const style = text.includes("'") && !text.includes('"') ? 'double' : 'single';
  const ways = spellings(text, style, handler, column);
  return firstRepair(
    value,
    ways.map((spelling) => ({
      title,
      safe: true,
      edits: [{ span: written, text: spelling }],
      isRight: ({ root }) => isSetTo(root, written.start, text, before),
    })),
  );
}

/**
 * Whether a text stands at an offset now, and everything else is what it was.
 *
 * @param before `undefined`: it could not be read
 */
export function isSetTo(
  root: YamlNode,
  start: number,
  text: string,
  before: JsonValue | undefined,
): boolean {
  const path = pathAt(root, start);
  if (path === undefined) return false;
  const after = yamlValue(root);
  const set = changed(after, { kind: 'set', path, value: text });
  if (set === undefined || !isSameYaml(after, set)) return false;
  const wanted = before === undefined ? after : changed(before, { kind: 'set', path, value: text });
  return wanted !== undefined && isSameYaml(after, wanted);
}

/** The way to the scalar that begins at an offset. */
function pathAt(node: YamlNode, start: number): JsonPath | undefined {
  switch (node.kind) {
    case 'scalar':
      return node.outer.start === start ? [] : undefined;
    case 'list':
      for (const [index, item] of node.items.entries()) {
        const path = pathAt(item, start);
        if (path !== undefined) return [index, ...path];
      }
      return undefined;
    case 'map':
      for (const { key, value } of node.entries) {
        const path = pathAt(value, start);
        if (path !== undefined) return [key, ...path];
      }
      return undefined;
  }
}

/** A place of the document in the value's text. */
export function inText({ source }: YamlValue, span: Span): Span {
  const start = source.fromSource(span.start) ?? 0;
  return { start, end: Math.max(start, source.fromSource(span.end) ?? source.text.length) };
}

/** The line of an offset, without its line break. */
export function lineAt(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const lineBreak = text.indexOf('\n', offset);
  const end = lineBreak < 0 ? text.length : lineBreak;
  return { start, end: text.charAt(end - 1) === '\r' && end > start ? end - 1 : end };
}

/** What stands behind the dashes and the first key of a line: of `- a: b # c` the `b # c`. */
export function valueOnLine(text: string, line: Span): Span {
  const written = text.slice(line.start, line.end);
  const head = /^\s*(?:-\s+)*(?:(?:"[^"]*"|'[^']*'|[^\s"'#[{:-](?:[^:#]|:(?=\S))*):\s+)?/.exec(
    written,
  );
  const start = line.start + (head?.[0].length ?? 0);
  const end = line.start + written.trimEnd().length;
  return { start: Math.min(start, end), end };
}
