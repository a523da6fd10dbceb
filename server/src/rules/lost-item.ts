import type { TextEdit } from '../kirby/json/text-edit.ts';
import { outerOf, type YamlLoss, type YamlNode, type YamlTree } from '../kirby/yaml/tree.ts';
import type { Fix, Problem, Rule } from './rule.ts';
import { firstRepair, inText, lineAt } from './yaml-fix.ts';
import { type YamlValue, yamlValues } from './yaml-values.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A line whose indentation makes Spyc drop the value above it, or put an item beside the key it
 * belongs to. Spyc goes by columns alone: what stands further in than a value takes its place
 * (`Spyc::addArray()`).
 */
export const lostItem: Rule = {
  code: 'lost-item',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const value of yamlValues(context)) yield* lostItemsIn(value);
  },
};

/** What is lost in one value. */
export function* lostItemsIn(value: YamlValue): Iterable<Problem> {
  const { tree } = value;
  if (!tree.ok) return;
  for (const loss of tree.losses) {
    yield {
      message: lossMessage(loss),
      span: loss.line,
      fixes: () => fixes(value, loss),
    };
  }
}

/** What is lost, and what to do. */
export function lossMessage({ kind, node }: YamlLoss): string {
  if (kind === 'beside') {
    return say`This item is no further in than the key above it, and Kirby leaves the key empty; indent the item.`;
  }
  const lost =
    node.kind === 'scalar' ? `"${shortened(String(node.value))}"` : say`what stands there`;
  return say`This line is further in than ${lost} above it, and Kirby drops that; give both the same indentation.`;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function fixes(value: YamlValue, loss: YamlLoss): readonly Fix[] {
  const { text } = value.source;
  const { start } = lineAt(text, inText(value, loss.line).start);
  const column = indentOf(text.slice(start));
  // Of an item beside a key, the node is what the line itself says.
  const above = lineAt(text, inText(value, outerOf(loss.node)).start).start;
  const to = loss.kind === 'beside' ? column + 2 : indentOf(text.slice(above));
  const isItem = text.startsWith('-', start + column);
  // A text that goes on in the next line is no item that was meant to stand below.
  if (isItem !== text.startsWith('-', above + indentOf(text.slice(above)))) return [];
  const edits = shifted(text, start, column, to, loss.kind === 'beside');
  const title = loss.kind === 'beside' ? say`Indent the items` : say`Align with the line above`;
  return firstRepair(value, [
    { title, safe: true, edits, isRight: (tree) => isFound(value, loss, tree) },
  ]);
}

/** Moves a line and those that belong to it to another column. */
function shifted(
  text: string,
  start: number,
  from: number,
  to: number,
  onlyItems: boolean,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = start;
  for (const line of text.slice(start).split('\n')) {
    const indent = indentOf(line);
    const isBlank = line.trim() === '';
    const isNext = indent === from && onlyItems && !line.startsWith('-', indent);
    if (!isBlank && (indent < from || isNext)) break;
    if (!isBlank) edits.push({ span: { start: at, end: at + from }, text: ' '.repeat(to) });
    at += line.length + 1;
  }
  return edits;
}

/** Whether a text reads with fewer losses, nothing else gone, and what was lost there again. */
function isFound(value: YamlValue, loss: YamlLoss, after: YamlTree): boolean {
  const { tree } = value;
  if (!tree.ok || !after.ok || after.losses.length >= tree.losses.length) return false;
  const lost = loss.kind === 'replaced' ? textsIn(loss.node) : [];
  const wanted = [...textsIn(tree.root), ...lost].sort();
  return wanted.join('\n') === textsIn(after.root).toSorted().join('\n');
}

function textsIn(node: YamlNode): readonly string[] {
  switch (node.kind) {
    case 'scalar':
      return node.value === '' || node.value === null ? [] : [String(node.value)];
    case 'list':
      return node.items.flatMap(textsIn);
    case 'map':
      return node.entries.flatMap(({ value }) => textsIn(value));
  }
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
