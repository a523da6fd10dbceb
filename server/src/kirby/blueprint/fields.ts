import type { JsonObject, JsonValue } from '../json/value.ts';
import type { FieldProblem } from './blueprint.ts';
import { extend } from './extend.ts';
import { automaticLabel } from './label.ts';
import { merge } from './merge.ts';
import { entriesOf, isSet, mapOf, scalarText, type Scope } from './raw.ts';

/** A field as `Blueprint::fields()` has it. */
export interface ResolvedField {
  readonly props: JsonObject;
  readonly problem: FieldProblem | undefined;
}

export type ResolvedFields = ReadonlyMap<string, ResolvedField>;

/**
 * The fields of a `fields:` map, by their names as spelled, groups replaced by what they hold
 * (`Kirby\Cms\Blueprint::fieldsProps()`).
 */
export function resolveFields(definitions: JsonValue | undefined, scope: Scope): ResolvedFields {
  const entries = entriesOf(definitions);
  let fields = new Map<string, ResolvedField | undefined>();
  // All names hold their places from the start: a group's fields come where the group stood.
  for (const [name] of entries) fields.set(name, undefined);
  for (const [name, definition] of entries) {
    const resolved = resolveEntry(name, definition, scope);
    if (resolved === undefined) fields.delete(name);
    else if ('props' in resolved) fields.set(name, resolved);
    else fields = splice(fields, name, resolved);
  }
  return new Map([...fields].flatMap(([name, field]) => (field ? [[name, field] as const] : [])));
}

/** The box that Kirby shows where a field cannot be made. */
export function errorField(name: string, problem: FieldProblem): ResolvedField {
  const props = {
    label: 'Error',
    name,
    text: errorText(name, problem),
    theme: 'negative',
    type: 'info',
  };
  return { props, problem };
}

/** Whether a field is such a box: of those inside of a field nothing else is known any more. */
export function isErrorBox({ label, theme, type }: JsonObject): boolean {
  return type === 'info' && theme === 'negative' && label === 'Error';
}

/** A field, the fields of a group, or nothing. */
function resolveEntry(
  name: string,
  definition: JsonValue,
  scope: Scope,
): ResolvedField | ResolvedFields | undefined {
  if (definition === false) return undefined;
  if (typeof definition === 'number') {
    // Kirby cannot load such a blueprint at all.
    scope.doubt();
    return undefined;
  }
  const given = typeof definition === 'string' ? { extends: definition } : mapOf(definition);
  const mixins = new Set<string>();
  const noting = (mixin: string): ReturnType<Scope['find']> => {
    mixins.add(mixin);
    return scope.find(mixin);
  };
  const props: JsonObject = { ...extend({ ...given, name }, { ...scope, find: noting }), name };
  const type = isSet(props['type']) ? props['type'] : name;
  const inner = mixins.size === 0 ? scope : withoutMixins(scope, mixins);
  if (type === 'group') return resolveGroup(name, props, inner);
  return resolveField(name, type, props, inner);
}

/**
 * The scope of the fields inside of a field: a mixin that holds itself would be resolved for ever,
 * as Kirby does it. Here the inner one counts as missing.
 */
function withoutMixins(scope: Scope, mixins: ReadonlySet<string>): Scope {
  return { ...scope, find: (name) => (mixins.has(name) ? undefined : scope.find(name)) };
}

/** `Kirby\Cms\Blueprint::fieldProps()` for all but groups. */
function resolveField(
  name: string,
  type: JsonValue,
  props: JsonObject,
  scope: Scope,
): ResolvedField {
  const origin = typeof type === 'string' ? scope.typeOrigin(type) : 'unknown';
  if (origin !== 'core') scope.doubt();
  if (origin === 'unknown') {
    return errorField(name, { kind: 'unknown-type', type: scalarText(type), given: props });
  }
  return {
    props: {
      ...props,
      ...(isSet(props['fields']) && { fields: nestedProps(resolveFields(props['fields'], scope)) }),
      label: isSet(props['label']) ? props['label'] : automaticLabel(name),
      name,
      type,
      width: isSet(props['width']) ? props['width'] : '1/1',
    },
    problem: undefined,
  };
}

/** The fields of a group, each under the group's `when`; Kirby shows a box for one without fields. */
function resolveGroup(
  name: string,
  props: JsonObject,
  scope: Scope,
): ResolvedField | ResolvedFields | undefined {
  if (!isSet(props['fields'])) return errorField(name, { kind: 'group-without-fields' });
  const fields = resolveFields(props['fields'], scope);
  if (fields.size === 0) return undefined;
  const when = props['when'];
  if (!isSet(when)) return fields;
  return new Map(
    [...fields].map(([key, field]) => [key, { ...field, props: merge({ when }, field.props) }]),
  );
}

function nestedProps(fields: ResolvedFields): JsonObject {
  return Object.fromEntries([...fields].map(([name, { props }]) => [name, props]));
}

/** The map with one entry replaced by several; a name that is there already keeps its first place. */
function splice(
  fields: ReadonlyMap<string, ResolvedField | undefined>,
  name: string,
  inserted: ResolvedFields,
): Map<string, ResolvedField | undefined> {
  return new Map(
    [...fields].flatMap(([key, field]) => (key === name ? [...inserted] : [[key, field] as const])),
  );
}

function errorText(name: string, problem: FieldProblem): string {
  switch (problem.kind) {
    case 'unknown-type':
      return `Invalid field type ("${problem.type}")`;
    case 'duplicate-name':
      return `The field name "${name}" already exists in your blueprint.`;
    case 'group-without-fields':
      return 'Undefined array key "fields"';
  }
}
