import type { Span } from '../text/span.ts';
import { equalValues } from './equal.ts';
import type { JsonText } from './json-text.ts';
import { insertItem, insertMember, moveItem, removePart } from './edit-list.ts';
import { locate } from './locate.ts';
import { putAround } from './edit-around.ts';
import { editsInString, setString } from './edit-string.ts';
import { readJsonAgain } from './reparse.ts';
import { applied, type TextEdit } from './text-edit.ts';
import { type Spelled, writeSpelled } from './spelled.ts';
import { type JsonStyle, separator, writeJson, writeString } from './style.ts';
import { styleOf } from './style-of.ts';
import { type JsonNode, memberAt, nodeAt } from './tree.ts';
import { type JsonPath, type JsonValue, valueAt } from './value.ts';
import { changed, itemsOf } from './changed.ts';

/** One change of a JSON value. Paths lead to places as they are before the change. */
export type JsonChange =
  /** Gives a place another value. A key that an object does not have yet is added to it. */
  | {
      readonly kind: 'set';
      readonly path: JsonPath;
      readonly value: JsonValue;
      /** What makes the new text of a string of the old one, when that is known. */
      readonly edits?: readonly TextEdit[];
    }
  /** Removes a member of an object or an item of an array. */
  | { readonly kind: 'remove'; readonly path: JsonPath }
  /** Inserts into the array at `path`, before the item at `index` or, from its length on, at the end. */
  | {
      readonly kind: 'insert';
      readonly path: JsonPath;
      readonly index: number;
      readonly value: JsonValue;
      /** How the value is spelled, when it has stood elsewhere. */
      readonly spelled?: Spelled;
    }
  /** Inserts several, one behind the other. */
  | {
      readonly kind: 'insert-all';
      readonly path: JsonPath;
      readonly index: number;
      readonly values: readonly JsonValue[];
    }
  /** Gives the member at `path` another key. */
  | { readonly kind: 'rename'; readonly path: JsonPath; readonly key: string }
  /**
   * Takes the item at `path` out of its array and puts it into the array at `to`, before the item
   * that stands at `index` there now.
   */
  | {
      readonly kind: 'move';
      readonly path: JsonPath;
      readonly to: JsonPath;
      readonly index: number;
    };

export type JsonEdit =
  | { readonly ok: true; readonly edits: readonly { readonly span: Span; readonly text: string }[] }
  /** Nothing was changed, and why. */
  | { readonly ok: false; readonly reason: string };

/**
 * The one door for all edits of JSON: a change becomes the smallest text edit in the field's own
 * style. The text is parsed before and after; when anything but the intended place would change,
 * when the path leads nowhere or the text is no JSON, the answer is a refusal.
 *
 * @param json a field's JSON, whose source stands in the document without another encoding between
 * @param like the style of what the text does not show (`styleOf()`)
 * @returns edits in the document, in rising order and apart from each other
 */
export function editJson(json: JsonText, change: JsonChange, like?: JsonStyle): JsonEdit {
  if (json.value === undefined) return refusal('The text is no JSON.');
  const wanted = changed(json.value, change);
  if (wanted === undefined) return refusal('The place does not exist.');
  const { text } = json.source;
  const style = styleOf(text, like);
  const edits =
    stringEdits(json.value, text, change, style) ?? partEdits(json, json.value, change, style);
  if (edits === undefined) return refusal('The place does not exist.');
  const result = readJsonAgain(applied(text, edits) ?? '');
  if (!result.ok || !equalValues(result.value, wanted)) {
    return refusal('The edit would change more than the place that was meant.');
  }
  return {
    ok: true,
    edits: edits.map((edit) => ({ span: json.source.toSource(edit.span), text: edit.text })),
  };
}

function refusal(reason: string): JsonEdit {
  return { ok: false, reason };
}

/** What happens with every key: one string becomes another one, for which no tree is needed. */
function stringEdits(
  value: JsonValue,
  text: string,
  change: JsonChange,
  style: JsonStyle,
): readonly TextEdit[] | undefined {
  if (change.kind !== 'set' || typeof change.value !== 'string') return undefined;
  if (typeof valueAt(value, change.path) !== 'string') return undefined;
  const [span] = locate(text, [change.path]);
  if (span === undefined) return undefined;
  const literal = { kind: 'string', span } as const;
  return change.edits === undefined
    ? setString(text, literal, change.value, style)
    : editsInString(text, literal, change.edits, style);
}

function partEdits(
  json: JsonText,
  value: JsonValue,
  change: JsonChange,
  style: JsonStyle,
): readonly TextEdit[] | undefined {
  const root = json.tree();
  return root && textEdits(value, json.source.text, root, change, style);
}

function textEdits(
  value: JsonValue,
  text: string,
  root: JsonNode,
  change: JsonChange,
  style: JsonStyle,
): readonly TextEdit[] | undefined {
  const node = nodeAt(root, change.path);
  const parent = nodeAt(root, change.path.slice(0, -1));
  const depth = change.path.length;
  const step = change.path.at(-1);
  switch (change.kind) {
    case 'set':
      if (node !== undefined)
        return setNode(text, node, valueAt(value, change.path), change.value, style, depth);
      if (parent?.kind !== 'object' || step === undefined) return undefined;
      return [insertMember(parent, String(step), change.value, style, depth)];
    case 'remove':
      return parent === undefined || step === undefined ? undefined : removePart(parent, step);
    case 'insert':
    case 'insert-all': {
      if (node?.kind !== 'array') return undefined;
      const text = itemsText(change, style, depth + 1);
      return text === '' ? [] : [insertItem(node, change.index, text, style, depth + 1)];
    }
    case 'rename': {
      const member = parent?.kind === 'object' ? memberAt(parent, String(step)) : undefined;
      return member && [{ span: member.keySpan, text: writeString(change.key, style) }];
    }
    case 'move': {
      const target = nodeAt(root, change.to);
      if (parent?.kind !== 'array' || target?.kind !== 'array' || typeof step !== 'number')
        return undefined;
      return moveItem(
        text,
        { list: parent, index: step, depth },
        { list: target, index: change.index, depth: change.to.length + 1 },
        style,
      );
    }
  }
}

function itemsText(
  change: Extract<JsonChange, { readonly kind: 'insert' | 'insert-all' }>,
  style: JsonStyle,
  depth: number,
): string {
  if (change.kind === 'insert' && change.spelled !== undefined)
    return writeSpelled(change.spelled, style, depth);
  const items = itemsOf(change).map((value) => writeJson(value, style, depth));
  return items.join(separator(style, depth));
}

function setNode(
  text: string,
  node: JsonNode,
  old: JsonValue | undefined,
  value: JsonValue,
  style: JsonStyle,
  depth: number,
): readonly TextEdit[] {
  if (node.kind === 'string' && typeof value === 'string')
    return setString(text, node, value, style);
  const around = old === undefined ? undefined : putAround(node, old, value, style, depth);
  return around ?? [{ span: node.span, text: writeJson(value, style, depth) }];
}
