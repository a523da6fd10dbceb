import { isArray, isObject } from '../kirby/json/value.ts';
import { type FieldValue, spanOf } from '../kirby/values/field-value.ts';
import { isCollection } from '../kirby/yaml/collection.ts';
import { outerOf, type YamlNode } from '../kirby/yaml/tree.ts';
import type { Fix, Problem, Rule } from './rule.ts';
import { opening } from './shape.ts';
import { inText, lineAt, quoteFix, valueOnLine } from './yaml-fix.ts';
import { isExplained, jsonValues, yamlParts, type YamlValue } from './yaml-values.ts';
import { say } from '../kirby/text/say.ts';

/**
 * An entries field whose value is a map, or a list with items that are lists or maps themselves.
 * Each entry is one value (`Kirby\Form\Field\EntriesField`); `toEntries()` fails on arrays.
 */
export const wrongEntries: Rule = {
  code: 'wrong-entries',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const { value, node } of yamlParts(context, 'entries')) yield* wrongEntriesIn(value, node);
    for (const value of jsonValues(context, 'entries')) yield* wrongEntriesInJson(value);
  },
};

/** The same in the JSON of blocks and settings. */
function* wrongEntriesInJson(value: FieldValue): Iterable<Problem> {
  const { value: list, holder, path } = value;
  if (isObject(list) && Object.keys(list).length > 0) {
    const span = spanOf(value);
    const message = say`Entries are a list of single values: ["one", "two"]. Kirby finds fields with names here and cannot show them as entries.`;
    if (span !== undefined) yield { message, span: opening(span) };
  }
  if (!isArray(list)) return;
  for (const [index, item] of list.entries()) {
    const span = isCollection(item) ? holder.spanAt([...path, index]) : undefined;
    if (span === undefined) continue;
    yield {
      message: say`An entry is one value, and Kirby finds ${isArray(item) ? say`a list of its own` : say`fields with names`} here.`,
      span: opening(span),
    };
  }
}

/** @param node where the entries belong, at the top of a value or inside of it */
export function* wrongEntriesIn(value: YamlValue, node: YamlNode): Iterable<Problem> {
  if (node.kind === 'map') {
    yield {
      message: say`Entries are a list of single values, each with a "-" before it. Kirby finds fields with names here and cannot show them as entries.`,
      span: node.entries[0]?.keySpan ?? node.span,
    };
  }
  if (node.kind !== 'list') return;
  for (const item of node.items) {
    if (item.kind === 'scalar' || isExplained(value, item)) continue;
    yield {
      message:
        item.kind === 'map'
          ? say`An entry is one value, and Kirby reads this as a field with a name; put it in quotation marks if it is a text.`
          : say`An entry is one value, and Kirby reads this as a list of its own.`,
      span: outerOf(item),
      fixes: () => fixes(value, item),
    };
  }
}

/** `- Note: read this` is a text whose author did not think of YAML. */
function fixes(value: YamlValue, item: YamlNode): readonly Fix[] {
  const { text } = value.source;
  if (item.kind !== 'map' || item.entries.length !== 1) return [];
  const span = inText(value, item.span);
  const line = lineAt(text, span.start);
  const isWhole = valueOnLine(text, line).end === span.end && span.end <= line.end;
  return isWhole ? quoteFix(value, span, say`Put the entry in quotation marks`) : [];
}
