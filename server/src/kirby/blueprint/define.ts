import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { asciiLower } from '../text/php.ts';
import type { FieldDefinition, Fieldset } from './blueprint.ts';
import { certainly, type ResolveContext } from './context.ts';
import { extend } from './extend.ts';
import { isErrorBox, type ResolvedField, type ResolvedFields } from './fields.ts';
import { automaticLabel, translated, upperFirst } from './label.ts';
import { columnPatterns } from './layouts.ts';
import { lazy } from './lazy.ts';
import { staticOptions } from './options.ts';
import { entriesOf, isEmpty, isSet, scalarText } from './raw.ts';
import { fieldsetFields } from './sections.ts';
import { usualBlockTypes } from './usual-block-types.ts';

/** Definitions by lower-case name, or by what `keyOf` makes of it. Of two equal ones the last counts. */
export function defineFields(
  fields: ResolvedFields,
  context: ResolveContext,
  keyOf: (name: string) => string = (name) => name,
): ReadonlyMap<string, FieldDefinition> {
  const defined = new Map<string, FieldDefinition>();
  for (const [name, field] of fields) {
    const lower = asciiLower(name);
    defined.set(keyOf(lower), defineField(lower, field, context));
  }
  return defined;
}

/** One block type, or the settings of rows, from its definition (`Kirby\Cms\Fieldset`). */
export function defineFieldset(
  type: string,
  definition: JsonValue,
  context: ResolveContext,
): Fieldset {
  const { value: props, complete } = certainly(context, (scope) => extend(definition, scope));
  return fieldsetFrom(type, props, complete, context);
}

/** Nested parts are made when asked for: a block may offer itself inside of itself. */
function defineField(
  name: string,
  { props, problem }: ResolvedField,
  context: ResolveContext,
): FieldDefinition {
  const type = scalarText(props['type']);
  const fieldsets = lazy(() =>
    type === 'blocks' || type === 'layout' ? fieldsetsOf(props['fieldsets'], context) : undefined,
  );
  const settings = lazy(() =>
    type === 'layout' && !isEmpty(props['settings'])
      ? defineFieldset('layout', props['settings'] ?? '', context).fields
      : undefined,
  );
  const fields = lazy(() => nestedFields(type, props, context));
  const entry = lazy(() => (type === 'entries' ? entryField(props['field'], context) : undefined));
  const options = lazy(() => staticOptions(type, props, context.languages));
  return {
    name,
    type,
    label: textOf(labelIn(props, problem), context) ?? automaticLabel(scalarText(props['name'])),
    help: textOf(props['help'], context),
    required: props['required'] === true,
    props,
    layouts: type === 'layout' ? columnPatterns(props['layouts']) : undefined,
    get fields() {
      return fields();
    },
    get entry() {
      return entry();
    },
    get fieldsets() {
      return fieldsets();
    },
    get settings() {
      return settings();
    },
    get options() {
      return options();
    },
    ...(problem !== undefined && { problem }),
  };
}

/** Kirby calls each field that it cannot make “Error”; an author knows it by the name it was given. */
function labelIn(props: JsonObject, problem: ResolvedField['problem']): JsonValue | undefined {
  if (problem?.kind === 'unknown-type') return problem.given['label'];
  return isErrorBox(props) ? undefined : props['label'];
}

/** The props of nested fields are resolved already; only the definitions are to be made. */
function nestedFields(
  type: string,
  props: JsonObject,
  context: ResolveContext,
): ReadonlyMap<string, FieldDefinition> | undefined {
  if (type !== 'structure' && type !== 'object') return undefined;
  const nested = entriesOf(props['fields']).flatMap(([name, field]) =>
    isObject(field) ? [[name, { props: field, problem: undefined }] as const] : [],
  );
  return defineFields(new Map(nested), context);
}

/** `Kirby\Form\Field\EntriesField::fieldProps()`: a type's name, or a definition; a text without one. */
function entryField(given: JsonValue | undefined, context: ResolveContext): FieldDefinition {
  const props = isObject(given) ? given : { type: isSet(given) ? given : 'text' };
  return defineField(
    '',
    { props: { ...props, type: props['type'] ?? 'text' }, problem: undefined },
    context,
  );
}

/** The block types of a blocks or layout field, groups opened out, in their order. */
function fieldsetsOf(
  given: JsonValue | undefined,
  context: ResolveContext,
): ReadonlyMap<string, Fieldset> {
  const fieldsets = new Map<string, Fieldset>();
  addFieldsets(
    fieldsets,
    isSet(given) ? given : (context.defaultFieldsets ?? usualBlockTypes),
    context,
  );
  return fieldsets;
}

/**
 * `Kirby\Cms\Fieldsets::createFieldsets()`: a bare name refers to `blocks/NAME`; a map stands for
 * itself and inherits nothing without `extends`.
 */
function addFieldsets(
  fieldsets: Map<string, Fieldset>,
  given: JsonValue,
  context: ResolveContext,
): void {
  for (const [key, definition] of entriesOf(given)) {
    if (definition === false) continue;
    const isListItem = isArray(given) && typeof definition === 'string';
    const name = isListItem ? definition : key;
    const source = isListItem || definition === true ? `blocks/${name}` : definition;
    const { value: props, complete } = certainly(context, (scope) => extend(source, scope));
    const type = isSet(props['type']) ? scalarText(props['type']) : name;
    if (type === 'group') addFieldsets(fieldsets, props['fieldsets'] ?? [], context);
    else fieldsets.set(type, fieldsetFrom(type, props, complete, context));
  }
}

function fieldsetFrom(
  type: string,
  props: JsonObject,
  isFound: boolean,
  context: ResolveContext,
): Fieldset {
  const resolved = lazy(() => {
    const { value, complete } = certainly(context, (scope) => fieldsetFields(props, scope));
    return { fields: defineFields(value, context), complete };
  });
  const icon = props['icon'];
  return {
    type,
    name: textOf(props['title'], context) ?? textOf(props['name'], context) ?? upperFirst(type),
    icon: typeof icon === 'string' ? icon : undefined,
    label: textOf(props['label'], context),
    get fields() {
      return resolved().fields;
    },
    get complete() {
      return isFound && resolved().complete;
    },
  };
}

/** A text of the blueprint that is there and not empty. */
function textOf(value: JsonValue | undefined, context: ResolveContext): string | undefined {
  const text = translated(value, context.languages);
  return text === '' ? undefined : text;
}
