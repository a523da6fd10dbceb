import { isArray, isObject } from '../kirby/json/value.ts';
import { plainText } from '../kirby/text/mapped-text.ts';
import { type FieldValue, replaced, spanOf } from '../kirby/values/field-value.ts';
import { isCollection } from '../kirby/yaml/collection.ts';
import { editYaml, isSameYaml } from '../kirby/yaml/edit.ts';
import { outerOf, type YamlNode, type YamlScalar, yamlValue } from '../kirby/yaml/tree.ts';
import type { Fix, Problem, Rule } from './rule.ts';
import { opening } from './shape.ts';
import { firstRepair, inText } from './yaml-fix.ts';
import { isExplained, jsonValues, yamlParts, type YamlValue } from './yaml-values.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A structure field whose value is no list of rows. The Panel drops rows that are no arrays
 * (`kirby/config/fields/structure.php`), and `Kirby\Cms\Structure::factory()` throws on them.
 */
export const wrongRows: Rule = {
  code: 'wrong-rows',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const { value, node } of yamlParts(context, 'structure')) yield* wrongRowsIn(value, node);
    for (const value of jsonValues(context, 'structure')) yield* wrongRowsInJson(value);
  },
};

/** The same in the JSON of blocks and settings. */
function* wrongRowsInJson(value: FieldValue): Iterable<Problem> {
  const { value: rows, holder, path } = value;
  const span = spanOf(value);
  if (isArray(rows)) {
    for (const [index, row] of rows.entries()) {
      if (isCollection(row)) continue;
      const place = holder.spanAt([...path, index]);
      if (place === undefined) continue;
      yield {
        message: say`${row === null || row === '' ? say`An empty item` : `"${shortened(String(row))}"`} is no row with fields. Kirby drops it, and a template that asks for the rows stops with an error; write it as {"field": "value"} or remove it.`,
        span: place,
        fixes: () => {
          const edits =
            row === null || row === ''
              ? holder.change({ kind: 'remove', path: [...path, index] })
              : undefined;
          return edits === undefined
            ? []
            : [{ title: say`Remove the empty item`, edits, safe: true }];
        },
      };
    }
  } else if (span !== undefined && isObject(rows) && !Object.values(rows).every(isCollection)) {
    yield {
      message: say`Rows belong into a list: [{"field": "value"}]. Kirby drops all that is written here, and a template that asks for the rows stops with an error.`,
      span: opening(span),
      fixes: () => {
        const edits = replaced(value, [rows]);
        return edits === undefined ? [] : [{ title: say`Make it a row`, edits, safe: true }];
      },
    };
  }
}

/** @param node where the rows of a structure belong, at the top of a value or inside of it */
export function* wrongRowsIn(value: YamlValue, node: YamlNode): Iterable<Problem> {
  switch (node.kind) {
    case 'scalar':
      if (!isNothing(node)) yield { message: noRow(node), span: openingOf(node) };
      return;
    case 'list':
      for (const [index, item] of node.items.entries()) {
        if (item.kind !== 'scalar' || isEmptyList(value, item)) continue;
        if (isExplained(value, item)) continue;
        yield {
          message: noRow(item),
          span: openingOf(item),
          fixes: () => removeFix(value, node, index),
        };
      }
      return;
    case 'map':
      if (node.entries.every(({ value: row }) => row.kind !== 'scalar')) return;
      yield (
        oddMarkIn(value, node) ?? {
          message: say`Rows belong into a list, each with a "-" before it. Kirby drops all that is written here, and a template that asks for the rows stops with an error.`,
          span: node.entries[0]?.keySpan ?? node.span,
          fixes: () => rowFix(value, node),
        }
      );
  }
}

/** What stands where a row should begin with a hyphen and a blank. */
const oddMark = /^(?:[–—*•][ \t]*|-(?=[^\s-]))/gmu;

function oddMarkIn(value: YamlValue, node: YamlNode): Problem | undefined {
  const { source, tree } = value;
  const [first, ...others] = source.text.matchAll(oddMark);
  const isRoot = tree.ok && tree.root === node;
  if (first === undefined || !isRoot) return undefined;
  const edits = [first, ...others].map(({ 0: mark, index }) => ({
    span: { start: index, end: index + mark.length },
    text: '- ',
  }));
  return {
    message: say`Each row begins with a hyphen and a blank. Kirby reads no list here: it drops all that is written, and a template that asks for the rows stops with an error.`,
    span: source.toSource({ start: first.index, end: first.index + 1 }),
    fixes: () =>
      firstRepair(value, [
        {
          title: say`Begin each row with "- "`,
          safe: true,
          edits,
          isRight: ({ root }) =>
            root.kind === 'list' && root.items.every(({ kind }) => kind === 'map'),
        },
      ]),
  };
}

/** `[]` alone is a list with nothing in it to Spyc, and one to everybody else. */
function isEmptyList(value: YamlValue, item: YamlScalar): boolean {
  return item.value === null && /^\[\s*\]$/.test(value.source.text);
}

function noRow(node: YamlScalar): string {
  const text = String(node.value ?? '');
  const what = isDash(node) ? say`An empty item` : `"${shortened(text)}"`;
  return say`${what} is no row with fields. Kirby drops it, and a template that asks for the rows stops with an error; write it as "field: value" or remove it.`;
}

/** A dash with nothing behind it: to Spyc the text `-`. */
function isDash({ value }: YamlScalar): boolean {
  return value === null || value === '' || value === '-';
}

function shortened(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 40 || line !== text ? `${line.slice(0, 40)}…` : text;
}

function isNothing(node: YamlNode): boolean {
  return node.kind === 'scalar' && (node.value === null || node.value === '');
}

/** Where an item stands; at least its dash. */
function openingOf(node: YamlNode): Problem['span'] {
  const { start, end } = outerOf(node);
  return start === end ? { start: Math.max(0, start - 1), end } : { start, end };
}

/** Of an item that says nothing nothing is lost. */
function removeFix(value: YamlValue, node: YamlNode, index: number): readonly Fix[] {
  const item = node.kind === 'list' ? node.items[index] : undefined;
  const isRoot = value.tree.ok && value.tree.root === node;
  if (!isRoot || item?.kind !== 'scalar' || !isDash(item)) return [];
  const text = plainText(value.source.text, 0);
  const edit = editYaml(text, value.handler, { kind: 'remove', path: [index] });
  const edits = edit.ok ? value.placed(edit.edits) : undefined;
  return edits === undefined ? [] : [{ title: say`Remove the empty item`, edits, safe: true }];
}

/** Makes the map the only row of a list. */
function rowFix(value: YamlValue, node: YamlNode): readonly Fix[] {
  const { text } = value.source;
  const { start } = inText(value, node.span);
  const isRoot = value.tree.ok && value.tree.root === node;
  if (
    !isRoot ||
    text
      .slice(0, start)
      .trim()
      .replace(/^["']$/, '') !== ''
  )
    return [];
  const edits = [...text.matchAll(/^(?=[^\r\n])/gm)].map(({ index }, line) => ({
    span: { start: index, end: index },
    text: line === 0 ? '- ' : '  ',
  }));
  const wanted = [yamlValue(node)];
  return firstRepair(value, [
    {
      title: say`Make it a row`,
      safe: true,
      edits,
      isRight: ({ root }) => isSameYaml(yamlValue(root), wanted),
    },
  ]);
}
