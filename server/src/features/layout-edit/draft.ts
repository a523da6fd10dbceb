import type { ContentDocument } from '../../kirby/content/document.ts';
import { setFieldValue } from '../../kirby/content/edit.ts';
import { composeEdits } from '../../kirby/json/compose-edits.ts';
import type { JsonChange } from '../../kirby/json/edit.ts';
import { type JsonText, jsonOf, jsonText } from '../../kirby/json/json-text.ts';
import { pathAfter } from '../../kirby/json/path-after.ts';
import type { JsonStyle } from '../../kirby/json/style.ts';
import type { Spelled } from '../../kirby/json/spelled.ts';
import { styleOf } from '../../kirby/json/style-of.ts';
import { applied, type TextEdit } from '../../kirby/json/text-edit.ts';
import { isArray, type JsonArray, type JsonValue } from '../../kirby/json/value.ts';
import { plainText } from '../../kirby/text/mapped-text.ts';
import {
  deepEdit,
  deepListAt,
  deepSpelling,
  deepValueAt,
  losesNumbers,
  numbersLost,
} from './deep.ts';
import type { Place } from './operation.ts';
import { say } from '../../kirby/text/say.ts';

/** A place that follows its row or block through the changes. `undefined`: it is gone. */
export interface Followed {
  at: Place | undefined;
}

/** Why an operation is not done, in a sentence. Thrown and caught within this folder. */
export class Refusal extends Error {}

interface Written {
  readonly json: JsonText;
  /** Of the field's value. */
  readonly edits: readonly TextEdit[];
  /** Before any change: when all is taken out of it, nothing shows it any more. */
  readonly style: JsonStyle;
}

/**
 * Rows and blocks while an operation changes them, one change after the other. Each change goes
 * through `deepEdit`, so that what is not meant keeps its spelling; together they are one set of edits.
 */
export class Draft {
  readonly #document: ContentDocument;
  readonly #fields = new Map<number, Written>();
  readonly #followed: Followed[] = [];

  constructor(document: ContentDocument) {
    this.#document = document;
  }

  /** The JSON of a field as it is by now. An empty field is an empty list. */
  value(field: number): JsonValue {
    const { value } = this.#written(field).json;
    if (!isArray(value)) throw new Refusal(say`The field holds no list of rows or blocks.`);
    return value;
  }

  /** The row, column or block at a place, or whatever else stands there. */
  at({ field, path }: Place): JsonValue | undefined {
    return deepValueAt(this.value(field), path);
  }

  /** The list at a place: of rows, or of blocks. */
  list({ field, path }: Place): JsonArray | undefined {
    return deepListAt(this.value(field), path);
  }

  /** How new JSON of a field is spelled. */
  style(field: number): JsonStyle {
    const { json, style } = this.#written(field);
    return styleOf(json.source.text, style);
  }

  /** How the row or block at a place is spelled. */
  spelling({ field, path }: Place): Spelled | undefined {
    const { json, style } = this.#written(field);
    return deepSpelling(json, path, style);
  }

  follow(place: Place): Followed {
    const followed = { at: place };
    this.#followed.push(followed);
    return followed;
  }

  change(field: number, change: JsonChange): void {
    const isNew = change.kind === 'insert' && change.spelled === undefined;
    const added = isNew ? [change.value] : change.kind === 'insert-all' ? change.values : [];
    if (added.some(losesNumbers)) throw new Refusal(numbersLost());
    const { json, edits, style } = this.#written(field);
    const edited = deepEdit(json, change, style);
    if (!edited.ok) throw new Refusal(edited.reason);
    const text = applied(json.source.text, edited.edits) ?? '';
    const { length } = this.#textOf(field);
    this.#fields.set(field, {
      json: jsonText(plainText(text, 0)),
      edits: composeEdits(length, edits, edited.edits),
      style,
    });
    for (const followed of this.#followed) {
      if (followed.at?.field !== field) continue;
      const path = pathAfter(followed.at.path, change);
      followed.at = path && { field, path };
    }
  }

  /** All edits, in the document and in rising order. */
  edits(): readonly TextEdit[] {
    const all = [...this.#fields].flatMap(([index, { json, edits }]) => {
      const field = this.#document.fields[index];
      if (field === undefined || edits.length === 0) return [];
      if (field.value.text !== '')
        return edits.map(({ span, text }) => ({ span: field.value.toSource(span), text }));
      const set = setFieldValue(this.#document, field, json.source.text);
      if (set === undefined) throw new Refusal(say`The field cannot be written.`);
      return set;
    });
    return all.sort((a, b) => a.span.start - b.span.start);
  }

  /** What each changed field is to hold. */
  results(): ReadonlyMap<number, JsonValue> {
    return new Map([...this.#fields.keys()].map((index) => [index, this.value(index)]));
  }

  #written(index: number): Written {
    const known = this.#fields.get(index);
    if (known !== undefined) return known;
    const field = this.#document.fields[index];
    if (field === undefined) throw new Refusal(say`The field is not there any more.`);
    const json = field.value.text === '' ? undefined : jsonOf(field);
    if (json !== undefined && json.value === undefined)
      throw new Refusal(say`The JSON of the field cannot be read. Repair it first.`);
    // Offsets of the value, whether or not the file hides a divider in it.
    const text = this.#textOf(index);
    const style = styleOf(text, this.#styleBeside(index));
    const written = { json: jsonText(plainText(text, 0)), edits: [], style };
    this.#fields.set(index, written);
    return written;
  }

  /** The style of the longest JSON in another field: Kirby has written both. */
  #styleBeside(index: number): JsonStyle | undefined {
    const others = this.#document.fields
      .filter(({ value }, at) => at !== index && /^\s*\[\s*\{/u.test(value.text))
      .toSorted((a, b) => b.value.text.length - a.value.text.length);
    return others[0] && styleOf(others[0].value.text);
  }

  #textOf(index: number): string {
    const text = this.#document.fields[index]?.value.text ?? '';
    return text === '' ? '[]' : text;
  }
}
