import { isArray, isObject } from '../kirby/json/value.ts';
import { type FieldValue, replaced, spanOf } from '../kirby/values/field-value.ts';
import { isSameYaml } from '../kirby/yaml/edit.ts';
import { outerOf, type YamlNode, yamlValue } from '../kirby/yaml/tree.ts';
import type { Fix, Problem, Rule } from './rule.ts';
import { opening } from './shape.ts';
import { firstRepair } from './yaml-fix.ts';
import { jsonValues, yamlParts, type YamlValue } from './yaml-values.ts';
import { say } from '../kirby/text/say.ts';

/**
 * An object field whose value is a list or a text. Kirby takes the numbers 0, 1, 2 of a list for
 * the names of fields (`Kirby\Data\Yaml::decode()`), so that no field of the object has a value.
 */
export const wrongObject: Rule = {
  code: 'wrong-object',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const { value, node } of yamlParts(context, 'object')) yield* wrongObjectIn(value, node);
    for (const value of jsonValues(context, 'object')) yield* wrongObjectInJson(value);
  },
};

/** The same in the JSON of blocks and settings. */
function* wrongObjectInJson(value: FieldValue): Iterable<Problem> {
  const list = value.value;
  const span = isArray(list) && list.length > 0 ? spanOf(value) : undefined;
  if (!isArray(list) || span === undefined) return;
  const [row, ...others] = list;
  yield {
    message: say`An object has fields, written as {"field": "value"}. Kirby finds a list here, and the fields stay empty.`,
    span: opening(span),
    fixes: () => {
      const edits = isObject(row) && others.length === 0 ? replaced(value, row) : undefined;
      return edits === undefined
        ? []
        : [{ title: say`Take the fields out of the list`, edits, safe: true }];
    },
  };
}

/** @param node where the fields of an object belong, at the top of a value or inside of it */
export function* wrongObjectIn(value: YamlValue, node: YamlNode): Iterable<Problem> {
  const first = node.kind === 'list' ? node.items[0] : node;
  if (node.kind === 'map' || first === undefined || isNothing(first)) return;
  yield {
    message: say`An object has fields, written as "field: value". Kirby finds a list or a text here, and the fields stay empty.`,
    span: outerOf(first),
    fixes: () => fixes(value, node),
  };
}

function isNothing(node: YamlNode): boolean {
  return node.kind === 'scalar' && (node.value === null || node.value === '');
}

/** Takes the only row out of its list. */
function fixes(value: YamlValue, node: YamlNode): readonly Fix[] {
  const [row, ...others] = node.kind === 'list' ? node.items : [];
  const isRoot = value.tree.ok && value.tree.root === node;
  if (!isRoot || row?.kind !== 'map' || others.length > 0) return [];
  const { text } = value.source;
  const dash = /^-[ \t]*(?:\r?\n[ \t]*)?/.exec(text)?.[0] ?? '';
  const indent = dash.slice(dash.lastIndexOf('\n') + 1).length;
  const edits = [...text.matchAll(/^[ \t]*/gm)]
    .filter(({ index }) => index >= dash.length)
    .map(({ 0: blanks, index }) => ({
      span: { start: index, end: index + Math.min(indent, blanks.length) },
      text: '',
    }))
    .filter(({ span }) => span.end > span.start);
  const wanted = yamlValue(row);
  return firstRepair(value, [
    {
      title: say`Take the fields out of the list`,
      safe: true,
      edits: [{ span: { start: 0, end: dash.length }, text: '' }, ...edits],
      isRight: ({ root }) => isSameYaml(yamlValue(root), wanted),
    },
  ]);
}
