import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import type { ContentDocument } from '../kirby/content/document.ts';
import { parseContent } from '../kirby/content/parse.ts';
import { fieldKey } from '../kirby/content/slug.ts';
import type { FieldEnvironment } from '../kirby/field-types/field-type.ts';
import { storages } from '../kirby/field-types/storage.ts';
import { applied, type TextEdit } from '../kirby/json/text-edit.ts';
import { formValue, isEmptyFormValue } from '../kirby/values/active.ts';
import { type FieldValue, type Form } from '../kirby/values/field-value.ts';
import type { Fix } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/** Puts the default of the blueprint where a required field is empty or missing, if it is a plain one. */
export function defaultFixes(
  definition: FieldDefinition,
  value: FieldValue | undefined,
  form: Form,
  environment: FieldEnvironment,
  document: ContentDocument,
): readonly Fix[] {
  const wanted = plainDefault(definition, environment);
  if (wanted === undefined) return [];
  const edits = editsFor(definition, value, form, wanted, document);
  return edits === undefined
    ? []
    : [{ title: say`Set "${definition.label}" to "${wanted}"`, edits, safe: false }];
}

/** A default that is a value as it stands: no template, no list, no word for a day. */
function plainDefault(
  definition: FieldDefinition,
  environment: FieldEnvironment,
): string | undefined {
  const { props, type } = definition;
  const given = props['default'];
  if (typeof given === 'object' || given === undefined) return undefined;
  const text = String(given);
  if (text === '' || /[{}\r\n]|^\\?----/.test(text)) return undefined;
  if ((type === 'date' || type === 'time') && !/^[\d:. -]+$/.test(text)) return undefined;
  const storage = storages.get(type);
  if (storage !== 'text' && storage !== 'kirbytext' && storage !== 'separated') return undefined;
  const read = formValue(definition, text, environment);
  return read === undefined || read === false || isEmptyFormValue(read) ? undefined : text;
}

function editsFor(
  { name }: FieldDefinition,
  value: FieldValue | undefined,
  { place }: Form,
  wanted: string,
  document: ContentDocument,
): readonly TextEdit[] | undefined {
  if (value !== undefined) {
    return value.holder.change({ kind: 'set', path: value.path, value: wanted });
  }
  if (place === undefined) return addedField(document, fieldKey(name), wanted);
  return place.holder.change({ kind: 'set', path: [...place.path, name], value: wanted });
}

/** One more field at the end of the file. */
function addedField(
  document: ContentDocument,
  key: string,
  value: string,
): readonly TextEdit[] | undefined {
  const { text, fields } = document;
  const end = fields.at(-1)?.span.end;
  if (end === undefined || key === '' || text.slice(end).trim() !== '') return undefined;
  const edits = [{ span: { start: end, end }, text: `\n\n----\n\n${key}: ${value}` }];
  const after = parseContent(applied(text, edits) ?? '').fields;
  const isRight = after.length === fields.length + 1 && after.at(-1)?.value.text === value;
  return isRight ? edits : undefined;
}
