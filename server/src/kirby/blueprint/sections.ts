import type { JsonObject, JsonValue } from '../json/value.ts';
import { extend } from './extend.ts';
import { errorField, type ResolvedField, type ResolvedFields, resolveFields } from './fields.ts';
import { applyPreset } from './presets.ts';
import { entriesOf, isEmpty, isSet, mapOf, type Scope } from './raw.ts';

/**
 * All fields of an extended blueprint, over its tabs, columns and sections. On one level `fields`
 * hides `sections`, which hides `columns`, which hides `tabs`, as the conversions of
 * `Kirby\Cms\Blueprint::__construct()` overwrite one another.
 */
export function blueprintFields(blueprint: JsonObject, scope: Scope): ResolvedFields {
  const fields = new Map<string, ResolvedField>();
  for (const section of sectionsOf(applyPreset(blueprint), scope, 'fields')) {
    for (const [name, field] of resolveFields(section['fields'], scope)) {
      const isTaken = fields.has(name);
      fields.set(name, isTaken ? errorField(name, { kind: 'duplicate-name' }) : field);
    }
  }
  return fields;
}

/** The templates that the `files` sections of an extended blueprint are for; `''`: any. */
export function fileTemplates(blueprint: JsonObject, scope: Scope): readonly string[] {
  return sectionsOf(applyPreset(blueprint), scope, 'files').map(({ template }) =>
    typeof template === 'string' ? template : '',
  );
}

/** The sections of a type. */
function sectionsOf(root: JsonObject, scope: Scope, type: SectionType): readonly JsonObject[] {
  if (hasColumns(root)) return columnsOf(root).flatMap((column) => sectionsIn(column, scope, type));
  return entriesOf(root['tabs']).flatMap(([, definition]) => {
    if (definition === false) return [];
    const tab = applyPreset(extend(definition, scope));
    return columnsOf(tab).flatMap((column) => sectionsIn(column, scope, type));
  });
}

function hasColumns(level: JsonObject): boolean {
  return isSet(level['fields']) || isSet(level['sections']) || isSet(level['columns']);
}

/** Columns know no `extends`; what is no map or list is dropped. */
function columnsOf(level: JsonObject): readonly JsonObject[] {
  if (isSet(level['fields']) || isSet(level['sections'])) return [level];
  return entriesOf(level['columns']).flatMap(([, column]) =>
    typeof column === 'object' && column !== null ? [mapOf(column)] : [],
  );
}

type SectionType = 'fields' | 'files';

function sectionsIn(column: JsonObject, scope: Scope, type: SectionType): readonly JsonObject[] {
  if (isSet(column['fields'])) return type === 'fields' ? [column] : [];
  return entriesOf(column['sections']).flatMap(([name, definition]) => {
    if (definition === false) return [];
    const section = extend(definition === true ? {} : definition, scope);
    return sectionType(name, section) === type ? [section] : [];
  });
}

function sectionType(name: string, section: JsonObject): JsonValue {
  const type = section['type'];
  return isSet(type) ? type : name;
}

/** The fields of a block type or of row settings; where there are tabs, its own `fields` do not count. */
export function fieldsetFields(fieldset: JsonObject, scope: Scope): ResolvedFields {
  if (isEmpty(fieldset['tabs'])) return resolveFields(fieldset['fields'], scope);
  const fields = new Map<string, ResolvedField>();
  for (const [, tab] of entriesOf(fieldset['tabs'])) {
    if (tab === false) continue;
    for (const [name, field] of resolveFields(extend(tab, scope)['fields'], scope)) {
      fields.set(name, field);
    }
  }
  return fields;
}
