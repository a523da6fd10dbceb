import { insertField, type FieldPlace } from '../kirby/content/edit.ts';
import type { ContentDocument } from '../kirby/content/document.ts';
import { fieldName, fieldNamed, parseContent } from '../kirby/content/parse.ts';
import type { TextEdit } from '../kirby/json/text-edit.ts';
import { slice, type Span, touches } from '../kirby/text/span.ts';
import type { RuleContext } from '../rules/rule.ts';
import { translationOf } from '../rules/translation.ts';
import type { SiteLanguage } from '../site/languages.ts';
import type { Model } from '../site/site.ts';
import type { SitePath } from '../site/site-path.ts';
import { contentPathIn, countsInDefaultOnly, isUntranslated } from '../site/translations.ts';

/** The content of a page, file, site or user in one language of the site. */
export interface LanguageFile {
  readonly language: SiteLanguage;
  readonly path: SitePath;
  /** Whether it is there; `undefined` where the files are not read, as those of users. */
  readonly exists: boolean | undefined;
  readonly isDefault: boolean;
  /** Whether it is the document that was asked about. */
  readonly isCurrent: boolean;
}

/** A field that only the default language has. */
export interface MissingField {
  /** As Kirby has it: `my_field`. */
  readonly name: string;
  /** As the default language's file spells it: `My-field`. */
  readonly key: string;
  /** What the Panel calls it; the key where the blueprint does not say. */
  readonly label: string;
}

/** The same content in all languages of the site; none where there is nothing to translate. */
export function languageFiles({ site, file }: RuleContext): readonly LanguageFile[] {
  if (site === undefined || file === undefined || file.isChanges) return [];
  const { languageDetails, defaultLanguage } = site.options;
  if (languageDetails.length < 2) return [];
  return languageDetails.flatMap((language) => {
    const { code } = language;
    const path = contentPathIn(file, site.options, code);
    if (path === undefined) return [];
    const isCurrent = path === file.path;
    const exists = isCurrent || site.fieldsIn(path) !== undefined;
    return [
      {
        language,
        path,
        exists: file.model.kind === 'user' && !exists ? undefined : exists,
        isDefault: code === defaultLanguage,
        isCurrent,
      },
    ];
  });
}

/**
 * What a translation lacks: the fields with a value in the default language that it does not have,
 * without those that are no matter of translation. `undefined` when the document is no translation.
 */
export function missingFields(context: RuleContext): readonly MissingField[] | undefined {
  const { site, file, original } = translationOf(context) ?? {};
  if (site === undefined || file === undefined) return undefined;
  if (original === undefined) return [];
  const blueprint = site.blueprints.of(file.model);
  const present = new Set(context.document.fields.map(({ name }) => name));
  return original.names.flatMap((key) => {
    const name = fieldName(key);
    const field = blueprint?.fields.get(name);
    const isWanted =
      original.isFilled(name) &&
      !present.has(name) &&
      !isUntranslated(field) &&
      isTranslatable(name, file.model);
    return isWanted ? [{ name, key, label: field?.label ?? key }] : [];
  });
}

/** Whether a key means anything in a translation. The slug of the default language is the folder's. */
function isTranslatable(name: string, model: Model): boolean {
  const isFocus = name === 'focus' && model.kind === 'file';
  return !countsInDefaultOnly(name, model) && name !== 'slug' && name !== 'lock' && !isFocus;
}

/**
 * Puts a field of the default language into a translation, with the text as it is there for a
 * start, behind the field that it follows there.
 *
 * @param name as Kirby has it
 * @param source the text of the default language's file
 * @returns `undefined` where the field is there already, or has no value to begin with
 */
export function insertMissing(
  { document }: RuleContext,
  name: string,
  source: string,
): readonly TextEdit[] | undefined {
  const original = parseContent(source);
  const field = fieldNamed(original, name);
  if (field === undefined || field.value.text === '') return undefined;
  const place = placeFor(document, original, name);
  return insertField(document, slice(source, field.nameSpan), field.value.text, place);
}

function placeFor(document: ContentDocument, original: ContentDocument, name: string): FieldPlace {
  const names = original.fields.map((field) => field.name);
  for (const before of names.slice(0, names.indexOf(name)).reverse()) {
    const after = fieldNamed(document, before);
    if (after !== undefined) return { after };
  }
  return 'start';
}

/** The field in which a cursor stands, by Kirby's name: between two fields the one above. */
export function fieldNameAt({ fields }: ContentDocument, offset: number): string | undefined {
  const inside = fields.find(({ span }) => touches(span, offset));
  return (inside ?? fields.findLast(({ span }) => span.start <= offset))?.name;
}

/** Where the value of a field stands in a text, by Kirby's name. */
export function valuePlace(text: string, name: string): Span | undefined {
  return fieldNamed(parseContent(text), name)?.valueSpan;
}
