import type { JsonObject, JsonValue } from '../json/value.ts';
import { extend } from './extend.ts';
import { errorField, type ResolvedField, type ResolvedFields, resolveFields } from './fields.ts';
import { applyPreset } from './presets.ts';
import { entriesOf, isEmpty, isSet, mapOf, type Scope } from './raw.ts';

/**
 * All fields of an extended blueprint, and how they stand in tabs and columns. On one level `fields`
 * hides `sections`, which hides `columns`, which hides `tabs`, as the conversions of
 * `Kirby\Cms\Blueprint::__construct()` overwrite one another.
 */
export function blueprintForm(
  blueprint: JsonObject,
  scope: Scope,
): { readonly fields: ResolvedFields; readonly tabs: readonly ResolvedTab[] } {
  const fields = new Map<string, ResolvedField>();
  const add = (section: JsonObject): readonly string[] =>
    [...resolveFields(section['fields'], scope)].flatMap(([name, field]) => {
      const isTaken = fields.has(name);
      fields.set(name, isTaken ? errorField(name, { kind: 'duplicate-name' }) : field);
      return isTaken ? [] : [name];
    });
  const tabs = tabsOf(applyPreset(blueprint), scope).map(({ columns, ...tab }) => ({
    ...tab,
    columns: columns.map((column) => ({
      width: column['width'],
      names: sectionsIn(column, scope, 'fields').flatMap(add),
    })),
  }));
  return { fields, tabs };
}

/** A tab with the names of its fields, as they are spelled. */
export interface ResolvedTab {
  /** `undefined`: the blueprint has no tabs. */
  readonly name: string | undefined;
  readonly label: JsonValue | undefined;
  readonly columns: readonly {
    readonly width: JsonValue | undefined;
    readonly names: readonly string[];
  }[];
}

/** The templates that the `files` sections of an extended blueprint are for; `''`: any. */
export function fileTemplates(blueprint: JsonObject, scope: Scope): readonly string[] {
  return sectionsOf(applyPreset(blueprint), scope, 'files').map(({ template }) =>
    typeof template === 'string' ? template : '',
  );
}

/** The sections of a type. */
function sectionsOf(root: JsonObject, scope: Scope, type: SectionType): readonly JsonObject[] {
  return tabsOf(root, scope).flatMap(({ columns }) =>
    columns.flatMap((column) => sectionsIn(column, scope, type)),
  );
}

interface Tab {
  readonly name: string | undefined;
  readonly label: JsonValue | undefined;
  readonly columns: readonly JsonObject[];
}

/** The tabs; what stands outside of any is in one without a name. */
function tabsOf(root: JsonObject, scope: Scope): readonly Tab[] {
  if (hasColumns(root)) return [{ name: undefined, label: undefined, columns: columnsOf(root) }];
  return entriesOf(root['tabs']).flatMap(([name, definition]) => {
    if (definition === false) return [];
    const tab = applyPreset(extend(definition, scope));
    return [{ name, label: tab['label'], columns: columnsOf(tab) }];
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
