import type { Field } from '../content/document.ts';
import { editJson, type JsonChange } from '../json/edit.ts';
import { type JsonText, jsonText } from '../json/json-text.ts';
import { locate } from '../json/locate.ts';
import { pathAtOffset } from '../json/path-at.ts';
import { stringText } from '../json/string.ts';
import { applied, type TextEdit } from '../json/text-edit.ts';
import { type JsonPath, type JsonValue, valueAt } from '../json/value.ts';
import { type MappedText, plainText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';

/**
 * A decoded value whose parts know where they stand in the document and how they are changed there:
 * a field's text, its JSON, its YAML, or JSON or YAML in a string of another one. All spans and edits
 * are in the document, through every layer of encoding.
 */
export interface Holder {
  readonly value: JsonValue;
  /** The value at a path as it is written: of a JSON string with its quotes, of YAML without. */
  spanAt(path: JsonPath): Span | undefined;
  /** The key that leads to the value at a path, as it is written. */
  keySpanAt(path: JsonPath): Span | undefined;
  /** The text at a path with the way back to the document; `undefined` for what is no text. */
  textAt(path: JsonPath): MappedText | undefined;
  /** The path to the innermost value at an offset of the document. */
  pathAt(offset: number): JsonPath | undefined;
  /** The smallest edits that make a change and nothing else; `undefined`: it is refused. */
  change(change: JsonChange): readonly TextEdit[] | undefined;
  /** The field of the file, when this is its text. */
  readonly field?: Field;
  /** The JSON of a text, when this is what it holds. */
  readonly json?: JsonText;
}

/** Puts another text in the place of the one that a holder was decoded from. */
export type PutText = (text: string) => readonly TextEdit[] | undefined;

/**
 * The parts of JSON.
 *
 * @param put how its text is replaced when it stands in a string of other JSON or YAML; a field's own
 *   JSON needs none
 */
export function jsonHolder(json: JsonText, put?: PutText): Holder | undefined {
  const { value, source } = json;
  if (value === undefined) return undefined;
  const spanIn = (path: JsonPath): Span | undefined => locate(source.text, [path])[0];
  return {
    value,
    spanAt: (path) => json.spanAt(path),
    keySpanAt: (path) => {
      const span = typeof path.at(-1) === 'string' ? spanIn(path) : undefined;
      const key = span && keyBefore(source.text, span.start);
      return key && source.toSource(key);
    },
    textAt: (path) => {
      const span = typeof valueAt(value, path) === 'string' ? spanIn(path) : undefined;
      return span && stringText({ kind: 'string', span }, source);
    },
    pathAt: (offset) => {
      const at = source.fromSource(offset);
      return at === undefined ? undefined : pathAtOffset(source.text, at);
    },
    change: (change) => {
      if (put === undefined) return editsOf(editJson(json, change));
      return putChanged(source.text, editJson(jsonText(plainText(source.text, 0)), change), put);
    },
    json,
  };
}

/** The key, with its quotes, of the value that begins at an offset. */
function keyBefore(text: string, start: number): Span | undefined {
  const colon = text.lastIndexOf(':', start - 1);
  const end = text.lastIndexOf('"', colon) + 1;
  let open = end - 1;
  do open = text.lastIndexOf('"', open - 1);
  while (open > 0 && isEscaped(text, open));
  return colon < 0 || end <= 0 || open < 0 ? undefined : { start: open, end };
}

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first--;
  return (at - first) % 2 === 1;
}

/** What `editJson` and `editYaml` answer. */
type Edited = { readonly ok: true; readonly edits: readonly TextEdit[] } | { readonly ok: false };

export function editsOf(edited: Edited): readonly TextEdit[] | undefined {
  return edited.ok ? edited.edits : undefined;
}

/** Applies edits of an inner text and puts the result in its place. */
export function putChanged(
  text: string,
  edited: Edited,
  put: PutText,
): readonly TextEdit[] | undefined {
  const changed = edited.ok ? applied(text, edited.edits) : undefined;
  return changed === undefined ? undefined : put(changed);
}

/** What stands at a path of a holder, as a holder of its own. */
export function holderAt(holder: Holder, base: JsonPath): Holder | undefined {
  if (base.length === 0) return holder;
  const value = valueAt(holder.value, base);
  if (value === undefined) return undefined;
  return {
    value,
    spanAt: (path) => holder.spanAt([...base, ...path]),
    keySpanAt: (path) => holder.keySpanAt([...base, ...path]),
    textAt: (path) => holder.textAt([...base, ...path]),
    pathAt: (offset) => {
      const path = holder.pathAt(offset);
      const isInside = path !== undefined && base.every((step, index) => step === path[index]);
      return isInside ? path.slice(base.length) : undefined;
    },
    change: (change) => holder.change(below(change, base)),
  };
}

function below(change: JsonChange, base: JsonPath): JsonChange {
  const path = [...base, ...change.path];
  return change.kind === 'move'
    ? { ...change, path, to: [...base, ...change.to] }
    : { ...change, path };
}
