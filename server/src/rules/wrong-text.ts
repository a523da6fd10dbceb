import { isArray, type JsonValue } from '../kirby/json/value.ts';
import { slice } from '../kirby/text/span.ts';
import { type FieldValue, replaced, spanOf } from '../kirby/values/field-value.ts';
import { outerOf } from '../kirby/yaml/tree.ts';
import type { Fix, Problem, Rule } from './rule.ts';
import { opening } from './shape.ts';
import { inText, lineAt, quoteFix, valueOnLine } from './yaml-fix.ts';
import { isExplained, jsonInPlaceOfText, misreadParts, type YamlPart } from './yaml-values.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A list or a map in a row, an object or a block where a field wants a text. PHP makes no text of an
 * array: `kirby/config/fields/text.php` and `textarea.php` throw on one, and a template that prints the
 * field gets nothing or stops with an error (`Kirby\Content\Field::__toString()`).
 */
export const wrongText: Rule = {
  code: 'wrong-text',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const part of misreadParts(context)) yield* wrongTextIn(part);
    for (const value of jsonInPlaceOfText(context)) yield* wrongTextInJson(value);
  },
};

function* wrongTextIn(part: YamlPart): Iterable<Problem> {
  const { value, node, type } = part;
  if (node.kind === 'scalar' || isExplained(value, node)) return;
  const { length } = node.kind === 'list' ? node.items : node.entries;
  if (length === 0) return;
  yield {
    message:
      node.kind === 'list'
        ? say`A field of type "${type}" holds a text, and Kirby reads a list here. It shows nothing in its place, or an error; put the text in quotation marks.`
        : say`A field of type "${type}" holds a text, and Kirby reads fields with names here. It shows nothing in its place, or an error; put the text in quotation marks.`,
    span: opening(outerOf(node)),
    fixes: () => fixes(part),
  };
}

/** A text on one line whose author did not think of YAML: `[draft]`, `Note: read this`. */
function fixes({ value, node }: YamlPart): readonly Fix[] {
  const { text } = value.source;
  const { start, end } = inText(value, outerOf(node));
  const line = { start, end: valueOnLine(text, lineAt(text, start)).end };
  if (end > line.end) return [];
  // A comment stays one.
  const whole = /^[ \t]+#(?:[ \t]|$)/.test(slice(text, { start: end, end: line.end }))
    ? { start, end }
    : line;
  const quoted = quoteFix(value, whole, say`Put the text in quotation marks`);
  return quoted.map((fix) => ({ ...fix, safe: false }));
}

function* wrongTextInJson(value: FieldValue): Iterable<Problem> {
  const span = spanOf(value);
  const held = value.value;
  if (span === undefined || held === null || typeof held !== 'object') return;
  if (Object.keys(held).length === 0) return;
  const { type } = value.definition;
  yield {
    message: isArray(held)
      ? say`A field of type "${type}" holds a text, and Kirby finds a list here. It shows nothing in its place, or an error; write one text in quotation marks.`
      : say`A field of type "${type}" holds a text, and Kirby finds fields with names here. It shows nothing in its place, or an error; write one text in quotation marks.`,
    span: opening(span),
    fixes: () => {
      const text = onlyText(held);
      const edits = text === undefined ? undefined : replaced(value, text);
      return edits === undefined
        ? []
        : [{ title: say`Take the text out of it`, edits, safe: false }];
    },
  };
}

/** The text that is all there is in a list or map. */
function onlyText(held: JsonValue & object): string | undefined {
  const [only, ...others] = Object.values(held) as readonly JsonValue[];
  return typeof only === 'string' && others.length === 0 ? only : undefined;
}
