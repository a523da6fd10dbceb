import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { fieldName } from '../kirby/content/parse.ts';
import { definitionOf } from '../site/json-fields.ts';
import type { ContentFile } from '../site/site.ts';
import { contentPathIn } from '../site/translations.ts';
import { contentValue } from './content-value.ts';
import { keyOfField } from './key.ts';
import { labelOf } from './label.ts';
import type { RenderContext } from './model.ts';
import { say } from '../kirby/text/say.ts';

/** A field with something to see. */
export interface ShownField {
  readonly name: string;
  readonly definition: FieldDefinition | undefined;
  readonly key: string;
  readonly label: string;
  /** What it holds; `undefined` of a fallback that is too long to be known. */
  readonly text: string | undefined;
  /** The field of the document; `undefined`: the translation lacks it. */
  readonly field: Field | undefined;
}

/** Names that are Kirby's own business, unless a blueprint has a field of that name. */
const internal = new Set(['uuid', 'template', 'sort', 'slug', 'lock']);
/** Field types that hold nothing an author wrote to be read. */
const silent = new Set(['hidden', 'slug']);

/**
 * Every field that has a value, of several with one name the last, as Kirby reads them. In a
 * translation those follow that it lacks: Kirby shows what the default language has
 * (`Kirby\Content\Version::read()`).
 */
export function shownFields(
  document: ContentDocument,
  context: RenderContext,
  file: ContentFile | undefined,
): readonly ShownField[] {
  const { model } = file ?? context;
  const definitions = model === undefined ? undefined : context.site?.blueprints.of(model)?.fields;
  const shown = (
    name: string,
    text: string | undefined,
    field: Field | undefined,
  ): readonly ShownField[] => {
    const definition = definitions && definitionOf(definitions, name);
    const isHidden = definition === undefined ? internal.has(name) : silent.has(definition.type);
    if (isHidden) return [];
    const label = definition?.label ?? labelOf(name);
    return [{ name, definition, key: keyOfField(name), label, text, field }];
  };
  const byName = new Map(document.fields.map((field) => [field.name, field]));
  const own = [...byName.values()].flatMap((field) =>
    contentValue(field.value.text).isEmpty ? [] : shown(field.name, field.value.text, field),
  );
  const fallbacks = fallbacksOf(context, file).flatMap(({ name, text }) =>
    byName.has(name) ? [] : shown(name, text, undefined),
  );
  return [...own, ...fallbacks];
}

/** The filled fields of the default language, as far as they are kept. */
function fallbacksOf(
  { site }: RenderContext,
  file: ContentFile | undefined,
): readonly { readonly name: string; readonly text: string | undefined }[] {
  const code = site?.options.defaultLanguage;
  if (site === undefined || code === undefined || file === undefined || file.language === code) {
    return [];
  }
  const path = contentPathIn(file, site.options, code);
  const fields = path === undefined ? undefined : site.fieldsIn(path);
  return (fields?.names ?? []).map(fieldName).flatMap((name) => {
    const text = fields?.valueOf(name);
    return text !== undefined && contentValue(text).isEmpty ? [] : [{ name, text }];
  });
}

/** What is said of a field that a translation lacks. */
export function fallbackNote({ site }: RenderContext): string {
  const { defaultLanguage, languageDetails = [] } = site?.options ?? {};
  const language = languageDetails.find(({ code }) => code === defaultLanguage);
  return language === undefined
    ? say`Not in this translation, so Kirby shows the text in the default language.`
    : say`Not in this translation, so Kirby shows the text in ${language.name}.`;
}
