import { childOf, textOfNode } from '../../kirby/blueprint/parts.ts';
import { applied } from '../../kirby/json/text-edit.ts';
import { plainText } from '../../kirby/text/mapped-text.ts';
import { isSameYaml } from '../../kirby/yaml/edit.ts';
import {
  type YamlList,
  type YamlMap,
  type YamlNode,
  yamlTree,
  yamlValue,
} from '../../kirby/yaml/tree.ts';
import type { Fix, Problem } from '../rule.ts';
import type { BlueprintContext } from './rule.ts';
import { valueWith } from './value-with.ts';
import { say } from '../../kirby/text/say.ts';

/** Types whose options stand in the blueprint (`Kirby\Option\Options::factory()`). */
const choosing: ReadonlySet<string> = new Set([
  'checkboxes',
  'color',
  'multiselect',
  'radio',
  'select',
  'tags',
  'toggles',
]);

/**
 * Options that are maps without a `value`, most often `- red: Red`: Kirby takes the map itself for the
 * value, which has to be a text or a number.
 */
export function* optionsWithoutValue(
  options: YamlNode,
  type: string,
  context: BlueprintContext,
): Iterable<Problem> {
  if (!choosing.has(type)) return;
  const isArray = textOfNode(childOf(options, 'type')?.value) === 'array';
  const list = isArray ? childOf(options, 'options')?.value : options;
  if (list?.kind !== 'list') return;
  for (const item of list.items) {
    const [first] = item.kind === 'map' ? item.entries : [];
    if (item.kind !== 'map' || first === undefined || hasValue(item)) continue;
    yield {
      message: say`This option has no "value". Kirby cannot make a form with this, and the Panel cannot open what uses the blueprint; write "value: text" without the dash, or "value" and "text" below it.`,
      span: first.keySpan,
      fixes: () => withoutDashes(list, context),
    };
  }
}

function hasValue(item: YamlMap): boolean {
  return item.entries.some(({ key }) => key === 'value');
}

/** Makes one map of a list of maps that have one key each, and none the key of another. */
function withoutDashes(list: YamlList, context: BlueprintContext): readonly Fix[] {
  const { items } = list;
  const { file, tree, options } = context;
  if (!tree.ok) return [];
  const pairs = items.map((item) => (item.kind === 'map' && !hasValue(item) ? item.entries : []));
  const isPlain = pairs.every(
    ([pair, ...others]) =>
      pair !== undefined &&
      others.length === 0 &&
      pair.value.kind === 'scalar' &&
      !/^-?\d+$/.test(pair.key),
  );
  const keys = new Set(pairs.map(([pair]) => pair?.key));
  if (!isPlain || keys.size < items.length) return [];
  const edits = pairs.flatMap(([pair]) => {
    const start = pair?.keySpan.start ?? 0;
    const dash = /(-[ \t]+)["']?$/.exec(file.text.slice(0, start));
    if (dash?.[1] === undefined) return [];
    return [{ span: { start: dash.index, end: dash.index + dash[1].length }, text: '' }];
  });
  const text = applied(file.text, edits);
  const after = text === undefined ? undefined : yamlTree(plainText(text, 0), options.yamlHandler);
  if (edits.length !== items.length || after?.ok !== true) return [];
  const map = Object.fromEntries(
    pairs.flatMap(([pair]) => (pair === undefined ? [] : [[pair.key, yamlValue(pair.value)]])),
  );
  const wanted = valueWith(tree.root, list, map);
  return isSameYaml(yamlValue(after.root), wanted)
    ? [{ title: say`Make one map of the options`, edits, safe: false }]
    : [];
}
