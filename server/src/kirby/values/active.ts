import type { FieldDefinition } from '../blueprint/blueprint.ts';
import { equalValues } from '../json/equal.ts';
import { isObject, type JsonValue } from '../json/value.ts';
import { fieldTypes } from '../field-types/index.ts';
import type { FieldEnvironment } from '../field-types/field-type.ts';
import { asciiLower } from '../text/php.ts';
import type { Form } from './field-value.ts';

/**
 * Whether a field is shown in its form (`Kirby\Form\Mixin\When::isActive()`): every condition of its
 * `when` must be the form value of a field beside it, type and all. A field that is hidden keeps its
 * value and is not required. `undefined`: it cannot be told.
 */
export function isActive(
  { props }: FieldDefinition,
  form: Form,
  environment: FieldEnvironment,
): boolean | undefined {
  const { when } = props;
  if (!isObject(when)) return true;
  let isSure = true;
  for (const [name, wanted] of Object.entries(when)) {
    const value = siblingValue(asciiLower(name), form, environment);
    if (value === undefined) isSure = false;
    else if (!equalValues(value, wanted)) return false;
  }
  return isSure ? true : undefined;
}

/** The form value of a field by its name; `''` where there is no such field. */
function siblingValue(
  name: string,
  form: Form,
  environment: FieldEnvironment,
): JsonValue | undefined {
  const definition = form.fields.get(name);
  if (definition === undefined) return form.complete ? '' : undefined;
  return formValue(definition, form.values.get(name)?.value, environment);
}

/** What the Panel edits; `undefined` where only Kirby, or a plugin, can tell. */
export function formValue(
  definition: FieldDefinition,
  value: JsonValue | undefined,
  environment: FieldEnvironment,
): JsonValue | undefined {
  return fieldTypes.get(definition.type)?.read(value, definition, environment);
}

/** `Kirby\Form\Mixin\Value::isEmptyValue()`: nothing, `''` or `[]`; the text `0` is not empty. */
export function isEmptyFormValue(value: JsonValue): boolean {
  return (
    value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)
  );
}
