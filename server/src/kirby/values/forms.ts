import type { Blueprint, FieldDefinition, Fieldset } from '../blueprint/blueprint.ts';
import type { ContentDocument, Field } from '../content/document.ts';
import { isArray, isObject, type JsonArray, type JsonPath, type JsonValue } from '../json/value.ts';
import type { YamlHandler } from '../yaml/read.ts';
import { contentsOf, fieldHolder } from './contents.ts';
import { hasFieldOf } from './fields-of-type.ts';
import type { FieldValue, Form, OtherKey } from './field-value.ts';
import type { Holder } from './holder.ts';
import { ObjectForm } from './object-form.ts';

/** How deep forms stand in each other at most: a block may offer itself inside of itself. */
const deepest = 12;

/**
 * The form of a file and all forms inside of it, the outer ones first. What cannot be read (broken
 * JSON, YAML that the engine refuses, blocks of unknown types) has none; other rules speak of that.
 */
export function formsOf(
  document: ContentDocument,
  blueprint: Blueprint,
  handler: YamlHandler,
): readonly Form[] {
  const forms: Form[] = [];
  const walk = new Walk(forms, handler);
  walk.file(document, blueprint);
  return forms;
}

/** A form whose values are still being added. */
interface GrowingForm extends Form {
  readonly values: Map<string, FieldValue>;
  readonly others: OtherKey[];
  readonly overridden: OtherKey[];
}

class Walk {
  readonly #forms: Form[];
  readonly #handler: YamlHandler;
  #depth = 0;

  constructor(forms: Form[], handler: YamlHandler) {
    this.#forms = forms;
    this.#handler = handler;
  }

  file(document: ContentDocument, { fields, complete }: Blueprint): void {
    const form = newForm('file', fields, complete, undefined, undefined);
    this.#forms.push(form);
    for (const field of lastOfEachName(document.fields)) {
      const key = keyIn(fields, field.name);
      const definition = key === undefined ? undefined : fields.get(key);
      if (key === undefined || definition === undefined) {
        form.others.push({ key: field.name, path: [] });
        continue;
      }
      const holder = fieldHolder(document, field);
      form.values.set(key, { definition, value: field.value.text, form, holder, path: [] });
    }
    for (const value of form.values.values()) this.#inside(value);
  }

  /** The forms inside of a value. */
  #inside(value: FieldValue): void {
    const inner = formTypes.get(value.definition.type);
    if (inner === undefined || this.#depth >= deepest) return;
    const contents = contentsOf(value, this.#handler);
    if (contents === undefined) return;
    this.#depth++;
    this[inner](value, contents);
    this.#depth--;
  }

  rows(parent: FieldValue, holder: Holder): void {
    if (!isArray(holder.value)) return;
    holder.value.forEach((row, index) => {
      this.#form('row', row, parent.definition.fields, true, parent, holder, [index]);
    });
  }

  object(parent: FieldValue, holder: Holder): void {
    this.#form('object', holder.value, parent.definition.fields, true, parent, holder, []);
  }

  entries(parent: FieldValue, holder: Holder): void {
    const { entry } = parent.definition;
    if (entry === undefined || !isArray(holder.value)) return;
    const fields = new Map([[entry.name, entry]]);
    holder.value.forEach((value, index) => {
      const place = { holder, path: [] };
      const form = newForm('entry', fields, true, parent, place);
      form.values.set(entry.name, { definition: entry, value, form, holder, path: [index] });
      this.#forms.push(form);
    });
  }

  blocks(parent: FieldValue, holder: Holder): void {
    const { value } = holder;
    if (isArray(value) && !isRow(value[0])) this.#blockList(parent, holder, value, []);
  }

  layout(parent: FieldValue, holder: Holder): void {
    const { settings } = parent.definition;
    if (!isArray(holder.value)) return;
    holder.value.forEach((row, index) => {
      if (!isObject(row)) return;
      this.#form('settings', row['attrs'], settings, true, parent, holder, [index, 'attrs']);
      const { columns } = row;
      if (!isArray(columns)) return;
      columns.forEach((column, at) => {
        const blocks = isObject(column) ? column['blocks'] : undefined;
        const path = [index, 'columns', at, 'blocks'];
        if (isArray(blocks)) this.#blockList(parent, holder, blocks, path);
      });
    });
  }

  #blockList(parent: FieldValue, holder: Holder, blocks: JsonArray, path: JsonPath): void {
    blocks.forEach((block, index) => {
      const fieldset = fieldsetOf(parent.definition, block);
      if (fieldset === undefined || !isObject(block)) return;
      const { fields, complete } = fieldset;
      const place = [...path, index, 'content'];
      this.#form('block', block['content'] ?? {}, fields, complete, parent, holder, place);
    });
  }

  #form(
    kind: Form['kind'],
    values: JsonValue | undefined,
    fields: ReadonlyMap<string, FieldDefinition> | undefined,
    complete: boolean,
    parent: FieldValue,
    holder: Holder,
    path: JsonPath,
  ): void {
    if (fields === undefined || values === undefined) return;
    const isEmptyList = isArray(values) && values.length === 0;
    if (!isObject(values) && !isEmptyList) return;
    const object = isObject(values) ? values : {};
    const form = new ObjectForm(kind, object, { fields, complete }, parent, holder, path);
    this.#forms.push(form);
    if (!hasFieldOf(fields, formTypes)) return;
    for (const value of form.values.values()) this.#inside(value);
  }
}

/** The field types that hold fields, and how. */
const formTypes: ReadonlyMap<string, 'blocks' | 'entries' | 'layout' | 'object' | 'rows'> = new Map(
  [
    ['blocks', 'blocks'],
    ['entries', 'entries'],
    ['layout', 'layout'],
    ['object', 'object'],
    ['structure', 'rows'],
  ] as const,
);

function newForm(
  kind: Form['kind'],
  fields: ReadonlyMap<string, FieldDefinition>,
  complete: boolean,
  parent: FieldValue | undefined,
  place: Form['place'],
): GrowingForm {
  return { kind, fields, complete, values: new Map(), others: [], overridden: [], parent, place };
}

function fieldsetOf({ fieldsets }: FieldDefinition, block: JsonValue): Fieldset | undefined {
  const type = isObject(block) ? block['type'] : undefined;
  return typeof type === 'string' ? fieldsets?.get(type) : undefined;
}

function isRow(value: JsonValue | undefined): boolean {
  return isObject(value) && 'columns' in value;
}

/** The key in a blueprint of a name in the content: a field `my-field` is stored as `my_field`. */
function keyIn(fields: ReadonlyMap<string, FieldDefinition>, name: string): string | undefined {
  if (fields.has(name)) return name;
  if (!name.includes('_')) return undefined;
  const hyphened = name.replaceAll('_', '-');
  return fields.has(hyphened) ? hyphened : undefined;
}

function lastOfEachName(fields: readonly Field[]): Iterable<Field> {
  return new Map(fields.map((field) => [field.name, field])).values();
}
