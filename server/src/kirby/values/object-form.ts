import type { FieldDefinition } from '../blueprint/blueprint.ts';
import type { JsonObject, JsonPath } from '../json/value.ts';
import { asciiLower } from '../text/php.ts';
import { Notes } from '../text/notes.ts';
import type { FieldValue, Form, OtherKey } from './field-value.ts';
import type { Holder } from './holder.ts';

/**
 * The form of an object in JSON or YAML: of a block, a row, the settings of a row. A long field has
 * hundreds of them, and with most keys of the keyboard nobody asks what is in them: it is looked at when
 * somebody does.
 */
export class ObjectForm implements Form {
  readonly kind: Form['kind'];
  readonly fields: Form['fields'];
  readonly complete: boolean;
  readonly parent: FieldValue;
  readonly place: { readonly holder: Holder; readonly path: JsonPath };
  readonly #object: JsonObject;
  #content: Content | undefined;

  /** @param path where the object stands in `holder` */
  constructor(
    kind: Form['kind'],
    object: JsonObject,
    { fields, complete }: Pick<Form, 'fields' | 'complete'>,
    parent: FieldValue,
    holder: Holder,
    path: JsonPath,
  ) {
    this.kind = kind;
    this.fields = fields;
    this.complete = complete;
    this.parent = parent;
    this.place = { holder, path };
    this.#object = object;
  }

  get values(): ReadonlyMap<string, FieldValue> {
    return this.#read().values;
  }

  get others(): readonly OtherKey[] {
    return this.#isPlain() ? [] : this.#read().others;
  }

  get overridden(): readonly OtherKey[] {
    return this.#isPlain() ? [] : this.#read().overridden;
  }

  /** Whether it is known that each key has a field of its own. */
  #isPlain(): boolean {
    return plain.get(this.#object) === this.fields;
  }

  /** Kirby lowers the keys of blocks, rows and settings; of two equal ones the last counts. */
  #read(): Content {
    if (this.#content !== undefined) return this.#content;
    const { holder, path: base } = this.place;
    const values = new Map<string, FieldValue>();
    const others: OtherKey[] = [];
    const overridden: OtherKey[] = [];
    for (const [written, value] of Object.entries(this.#object)) {
      const path = [...base, written];
      const key = asciiLower(written);
      const definition = this.fields.get(key);
      if (definition === undefined) {
        others.push({ key, path });
        continue;
      }
      const earlier = values.get(key);
      if (earlier !== undefined) overridden.push({ key, path: earlier.path });
      values.set(key, { definition, value, form: this, holder, path });
    }
    if (others.length === 0 && overridden.length === 0) plain.set(this.#object, this.fields);
    this.#content = { values, others, overridden };
    return this.#content;
  }
}

interface Content {
  readonly values: ReadonlyMap<string, FieldValue>;
  readonly others: readonly OtherKey[];
  readonly overridden: readonly OtherKey[];
}

/** Objects whose keys all have fields, each its own, and what fields these are: a key elsewhere leaves them so. */
const plain = new Notes<JsonObject, ReadonlyMap<string, FieldDefinition>>();
