import type { FieldDefinition } from '../blueprint/blueprint.ts';
import type { JsonPath, JsonValue } from '../json/value.ts';
import type { TextEdit } from '../json/text-edit.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import type { Holder } from './holder.ts';

/**
 * Fields and their values as Kirby makes a form of them (`Kirby\Form\Form`): those of the file, of a
 * row of a structure, of an object, of a block, of a row's settings, or one entry.
 */
export interface Form {
  readonly kind: 'file' | 'row' | 'object' | 'entry' | 'block' | 'settings';
  /** By the key of the content. */
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  /** `false`: something could not be read; a key without a field may have one all the same. */
  readonly complete: boolean;
  /** The values that have a field, by the field's key in `fields`, in the order of the content. */
  readonly values: ReadonlyMap<string, FieldValue>;
  /** Keys that no field has. Of the file itself they are found in the document. */
  readonly others: readonly OtherKey[];
  /**
   * Keys whose value counts for nothing, since a later one differs from it by its letter case only.
   * None of the file itself.
   */
  readonly overridden: readonly OtherKey[];
  /** The value this form is a part of; `undefined` for the file's own. */
  readonly parent: FieldValue | undefined;
  /** Where the form's values stand, and how. `undefined`: the file itself, one holder a field. */
  readonly place: { readonly holder: Holder; readonly path: JsonPath } | undefined;
}

export interface OtherKey {
  readonly key: string;
  readonly path: JsonPath;
}

/** A value of a field, wherever it stands. */
export interface FieldValue {
  readonly definition: FieldDefinition;
  /** As the field gets it from Kirby: a text at the top of a file; in YAML and JSON any value. */
  readonly value: JsonValue;
  readonly form: Form;
  readonly holder: Holder;
  readonly path: JsonPath;
}

/** The whole value in the document, as it is written. */
export function spanOf({ holder, path }: FieldValue): Span | undefined {
  return holder.spanAt(path);
}

/** The text of a value with the way back to the document; `undefined` for what is no text. */
export function textOf({ holder, path }: FieldValue): MappedText | undefined {
  return holder.textAt(path);
}

/** A part of the value's text in the document; of what is no text the whole. */
export function spanWithin(value: FieldValue, within: Span): Span | undefined {
  return textOf(value)?.toSource(within) ?? spanOf(value);
}

/** The edits that put another value in the place of this one; `undefined`: they are refused. */
export function replaced(
  { holder, path }: FieldValue,
  value: JsonValue,
): readonly TextEdit[] | undefined {
  return holder.change({ kind: 'set', path, value });
}

/** The edits that put another text in the place of a part of this one. */
export function replacedWithin(
  value: FieldValue,
  within: Span,
  text: string,
): readonly TextEdit[] | undefined {
  if (typeof value.value !== 'string') return undefined;
  const whole = value.value.slice(0, within.start) + text + value.value.slice(within.end);
  return replaced(value, whole);
}
