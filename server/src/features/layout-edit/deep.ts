import { composeEdits } from '../../kirby/json/compose-edits.ts';
import { editJson, type JsonChange, type JsonEdit } from '../../kirby/json/edit.ts';
import { type JsonText, jsonText } from '../../kirby/json/json-text.ts';
import { pathAfter } from '../../kirby/json/path-after.ts';
import type { JsonStyle } from '../../kirby/json/style.ts';
import { type Spelled, spelledAs } from '../../kirby/json/spelled.ts';
import { styleOf } from '../../kirby/json/style-of.ts';
import { applied } from '../../kirby/json/text-edit.ts';
import {
  isArray,
  type JsonArray,
  type JsonPath,
  type JsonValue,
  parseJson,
  valueAt,
} from '../../kirby/json/value.ts';
import { plainText } from '../../kirby/text/mapped-text.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * Kirby writes the blocks of a Blocks field inside of a block as JSON in a string. Paths here lead
 * through such strings as if the list stood in their place: `[0, 'content', 'parts', 1]`.
 */
export function deepValueAt(value: JsonValue, path: JsonPath): JsonValue | undefined {
  const length = stepsToText(value, path, false);
  if (length === undefined) return valueAt(value, path);
  const inner = listOf(valueAt(value, path.slice(0, length)));
  return inner && deepValueAt(inner, path.slice(length));
}

/** The list at a path, also one that is written in a string; `undefined`: none stands there. */
export function deepListAt(value: JsonValue, path: JsonPath): JsonArray | undefined {
  return listOf(deepValueAt(value, path));
}

/** An array, or what a string with one holds; an empty string is an empty list. */
export function listOf(value: JsonValue | undefined): JsonArray | undefined {
  if (typeof value !== 'string') return isArray(value) ? value : undefined;
  const list = value.trim() === '' ? [] : parseJson(value);
  return isArray(list) ? list : undefined;
}

/**
 * The edits of a change whose paths may lead through strings. What stands in a string is changed by its
 * smallest edit, and so is the string.
 *
 * @param json its source begins at 0
 * @param like the style of what the text does not show, or no longer: an emptied list is filled in the
 *   style of what stands around it
 */
export function deepEdit(
  json: JsonText,
  change: JsonChange,
  like: JsonStyle = styleOf(json.source.text),
): JsonEdit {
  const { value } = json;
  if (value === undefined) return editJson(json, change, like);
  const isList = change.kind === 'insert' || change.kind === 'insert-all';
  const from = stepsToText(value, change.path, isList);
  if (change.kind !== 'move')
    return from === undefined
      ? editJson(json, change, like)
      : inText(
          json,
          change.path.slice(0, from),
          { ...change, path: change.path.slice(from) },
          like,
        );
  const to = stepsToText(value, change.to, true);
  if (from === undefined && to === undefined) return editJson(json, change, like);
  if (from !== undefined && from === to && isSame(change.path, change.to, from)) {
    const [path, target] = [change.path.slice(from), change.to.slice(from)];
    return inText(json, change.path.slice(0, from), { ...change, path, to: target }, like);
  }
  return outAndIn(json, change, like);
}

/** How many steps lead to the first string on a path; its end counts only where a list is meant. */
function stepsToText(value: JsonValue, path: JsonPath, isList: boolean): number | undefined {
  let at: JsonValue | undefined = value;
  for (let length = 0; at !== undefined; length++) {
    const step = path[length];
    if (typeof at === 'string') return step !== undefined || isList ? length : undefined;
    if (step === undefined) return undefined;
    at = valueAt(at, [step]);
  }
  return undefined;
}

function isSame(a: JsonPath, b: JsonPath, length: number): boolean {
  return a.slice(0, length).every((step, index) => step === b[index]);
}

/** A change within the string at a path. */
function inText(json: JsonText, path: JsonPath, change: JsonChange, like: JsonStyle): JsonEdit {
  const text = json.value === undefined ? undefined : valueAt(json.value, path);
  if (typeof text !== 'string') return { ok: false, reason: say`The place does not exist.` };
  const isEmpty = text.trim() === '';
  const list = isEmpty ? '[]' : text;
  const around = styleOf(json.source.text, like);
  const inner = deepEdit(jsonText(plainText(list, 0)), change, around);
  if (!inner.ok) return inner;
  const value = applied(list, inner.edits) ?? text;
  const edits = isEmpty ? {} : { edits: inner.edits };
  return editJson(json, { kind: 'set', path, value, ...edits }, like);
}

/**
 * How the value at a path is spelled, also one inside of strings.
 *
 * @param json its source begins at 0
 * @param like as in `deepEdit()`
 */
export function deepSpelling(
  json: JsonText,
  path: JsonPath,
  like: JsonStyle = styleOf(json.source.text),
): Spelled | undefined {
  const { value } = json;
  const { text } = json.source;
  if (value === undefined) return undefined;
  const style = styleOf(text, like);
  const length = stepsToText(value, path, false);
  if (length === undefined) {
    const span = json.spanAt(path);
    return span && spelledAs(text.slice(span.start, span.end), style);
  }
  const inner = valueAt(value, path.slice(0, length));
  if (typeof inner !== 'string') return undefined;
  return deepSpelling(jsonText(plainText(inner, 0)), path.slice(length), style);
}

/** Whether a value holds a number that cannot be written again as it was read: one beyond 2^53. */
export function losesNumbers(value: JsonValue): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value);
  if (value === null || typeof value !== 'object') return false;
  return Object.values(value).some(losesNumbers);
}

export function numbersLost(): string {
  return say`It holds a number that is too large to be written again as it is. Move it in the text.`;
}

/** A move between a string and what stands outside of it. */
function outAndIn(
  json: JsonText,
  change: Extract<JsonChange, { readonly kind: 'move' }>,
  like: JsonStyle,
): JsonEdit {
  const { path, to, index } = change;
  const value = json.value === undefined ? undefined : deepValueAt(json.value, path);
  const removal = { kind: 'remove', path } as const;
  const list = pathAfter(to, removal);
  const spelled = deepSpelling(json, path, like);
  if (value === undefined || spelled === undefined || list === undefined)
    return { ok: false, reason: say`The place does not exist.` };
  const { text } = json.source;
  const out = deepEdit(json, removal, like);
  if (!out.ok) return out;
  const without = jsonText(plainText(applied(text, out.edits) ?? '', 0));
  const back = deepEdit(without, { kind: 'insert', path: list, index, value, spelled }, like);
  return back.ok ? { ok: true, edits: composeEdits(text.length, out.edits, back.edits) } : back;
}
