import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import type { ContentDocument } from '../kirby/content/document.ts';
import type { FieldEnvironment } from '../kirby/field-types/field-type.ts';
import { fieldTypes, storesValue } from '../kirby/field-types/index.ts';
import { storages } from '../kirby/field-types/storage.ts';
import { isRequired, itemLimits } from '../kirby/field-types/limits.ts';
import { isObject, type JsonValue } from '../kirby/json/value.ts';
import { memo } from '../kirby/text/memo.ts';
import { asciiLower, phpTrim } from '../kirby/text/php.ts';
import type { Span } from '../kirby/text/span.ts';
import { isActive } from '../kirby/values/active.ts';
import { blockOf } from '../kirby/values/block-of.ts';
import { contentsOf } from '../kirby/values/contents.ts';
import type { FieldValue, Form } from '../kirby/values/field-value.ts';
import { formContext, type FormContext } from './form-rule.ts';
import { defaultFixes } from './required-default.ts';
import type { Problem, Rule } from './rule.ts';
import { opening } from './shape.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A required field that is empty and shown (`Kirby\Form\Mixin\Validation::validate()`). Drafts are
 * saved all the same; a page is published, and saved from then on, only when nothing is missing.
 */
export const requiredField: Rule = {
  code: 'required-field',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    const known = formContext(context);
    if (known === undefined || isUnread(known)) return;
    for (const form of known.forms) {
      if (form.kind === 'entry') continue;
      for (const [key, definition] of requiredIn(form.fields)) {
        if (!isChecked(definition, known)) continue;
        const value = form.values.get(key);
        if (!isMissing(definition, value, form, known) || !isShown(definition, form, known))
          continue;
        const span = value === undefined ? placeOf(form, context.document) : keyOf(value);
        if (span !== undefined)
          yield problemAt(span, definition, value, form, known, context.document);
      }
    }
  },
};

const requiredIn = memo((fields: Form['fields']) =>
  [...fields].filter(([, definition]) => isRequired(definition)),
);

/** A file of another template than the page's, or without a language, is none that Kirby reads. */
function isUnread({ file, isTranslation }: FormContext): boolean {
  const { model, path } = file;
  return model.kind === 'page' && !isTranslation && model.page.contentPath !== path;
}

/** Plugins' types have their own idea of empty; disabled fields cannot be filled in. */
function isChecked(
  { type, props, problem }: FieldDefinition,
  { isTranslation }: FormContext,
): boolean {
  if (problem !== undefined || !storesValue(type) || !fieldTypes.has(type)) return false;
  if (props['disabled'] === true) return false;
  return !(isTranslation && props['translate'] === false);
}

function isMissing(
  definition: FieldDefinition,
  value: FieldValue | undefined,
  form: Form,
  { environment, isTranslation }: FormContext,
): boolean {
  if (value === undefined) {
    if (isTranslation || isOldImage(definition, form)) return false;
    if (form.kind === 'file' && hasSwallowed(form, environment)) return false;
  }
  const read = fieldTypes.get(definition.type)?.read(value?.value, definition, environment);
  // `kirby/config/fields/toggle.php`: a required toggle has to be on.
  if (definition.type === 'toggle') return read === false;
  // What is written and counts for nothing is for other rules.
  return isBlank(value?.value) && read !== undefined && isBlank(read);
}

function isBlank(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return /^(?:|\[\s*\]|\{\s*\})$/.test(phpTrim(value));
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Image blocks from before Kirby 4 have no `location`; the website shows them all the same. */
function isOldImage({ name }: FieldDefinition, form: Form): boolean {
  return name === 'location' && blockOf(form)?.['type'] === 'image';
}

/** While JSON is broken, the fields behind it may be a part of it. */
function hasSwallowed({ values }: Form, { yamlHandler }: FieldEnvironment): boolean {
  return [...values.values()].some(
    (value) =>
      storages.get(value.definition.type) === 'json' &&
      value.value !== '' &&
      contentsOf(value, yamlHandler) === undefined,
  );
}

/** In its own form, and all that stand around it. */
function isShown(definition: FieldDefinition, form: Form, known: FormContext): boolean {
  const { environment, isTranslation } = known;
  // What a translation lacks has the value of the default language.
  if (isTranslation && dependsOnMissing(definition, form)) return false;
  if (dependsOnNumber(definition, form)) return false;
  if (isActive(definition, form, environment) !== true) return false;
  return form.parent === undefined || isShown(form.parent.definition, form.parent.form, known);
}

function dependsOnMissing({ props }: FieldDefinition, { values }: Form): boolean {
  const { when } = props;
  return isObject(when) && Object.keys(when).some((name) => !values.has(asciiLower(name)));
}

/** To the server a number field holds a float, which is never the integer `5` of `when`. */
function dependsOnNumber({ props }: FieldDefinition, { fields }: Form): boolean {
  const { when } = props;
  return (
    isObject(when) &&
    Object.entries(when).some(([name, wanted]) => {
      const type = fields.get(asciiLower(name))?.type;
      return typeof wanted === 'number' && (type === 'number' || type === 'range');
    })
  );
}

/** Where a field is missing: the title of the file, the start of a block or a row. */
function placeOf({ place }: Form, { fields }: ContentDocument): Span | undefined {
  if (place === undefined) {
    const title = fields.find(({ name }) => name === 'title') ?? fields[0];
    return title?.nameSpan ?? { start: 0, end: 0 };
  }
  const { holder, path } = place;
  const block = path.at(-1) === 'content' ? path.slice(0, -1) : path;
  const span = holder.spanAt(block);
  return span && opening(span);
}

function keyOf({ holder, path }: FieldValue): Span | undefined {
  return holder.keySpanAt(path) ?? holder.spanAt(path);
}

function problemAt(
  span: Span,
  definition: FieldDefinition,
  value: FieldValue | undefined,
  form: Form,
  { file, environment }: FormContext,
  document: ContentDocument,
): Problem {
  const page = file.model.kind === 'page' ? file.model.page : undefined;
  const isPublished = page !== undefined && page.status !== 'draft';
  return {
    message: `${wish(definition, value)} ${effect(file.model.kind, isPublished)}`,
    span,
    severity: isPublished ? 'error' : 'warning',
    fixes: () => defaultFixes(definition, value, form, environment, document),
  };
}

function wish(definition: FieldDefinition, value: FieldValue | undefined): string {
  const { label, type } = definition;
  if (type === 'toggle') return say`"${label}" has to be switched on.`;
  const { min } = itemLimits(definition);
  const isMissing = value === undefined;
  if (min !== undefined && min > 1) {
    return isMissing
      ? say`The field "${label}" is missing here, and it needs at least ${min} items.`
      : say`"${label}" needs at least ${min} items.`;
  }
  return isMissing
    ? say`The field "${label}" is missing here, and it must not be empty.`
    : say`"${label}" must not be empty.`;
}

function effect(kind: string, isPublished: boolean): string {
  if (kind !== 'page') return say`The Panel refuses to save anything here until it is filled in.`;
  return isPublished
    ? say`The Panel refuses to save this page until it is filled in.`
    : say`The Panel does not publish this page until it is filled in.`;
}
