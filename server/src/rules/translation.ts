import { removeField } from '../kirby/content/edit.ts';
import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { slice } from '../kirby/text/span.ts';
import type { ContentFields } from '../site/content-fields.ts';
import { translationLanguage } from '../site/languages.ts';
import type { ContentFile, Site } from '../site/site.ts';
import { contentPathIn } from '../site/translations.ts';
import type { Fix, RuleContext } from './rule.ts';

/** A content file in another language than the default one. */
export interface Translation {
  readonly site: Site;
  readonly file: ContentFile;
  /** The fields of the default language's file; `undefined`: it is not there, or not read. */
  readonly original: ContentFields | undefined;
}

/** The translation that a document is; `undefined` when it is none, or when that is not certain. */
export function translationOf({ site, file }: RuleContext): Translation | undefined {
  if (site?.state !== 'ready' || file === undefined || file.isChanges) return undefined;
  if (translationLanguage(file, site.options) === undefined) return undefined;
  const { defaultLanguage } = site.options;
  const path =
    defaultLanguage === undefined ? undefined : contentPathIn(file, site.options, defaultLanguage);
  return { site, file, original: path === undefined ? undefined : site.fieldsIn(path) };
}

/** The key of a field as it stands in the file. */
export function keyOf({ text }: ContentDocument, { nameSpan }: Field): string {
  return slice(text, nameSpan);
}

/** Takes a field out of the file. */
export function removal(
  document: ContentDocument,
  field: Field,
  { title, safe }: Pick<Fix, 'title' | 'safe'>,
): readonly Fix[] {
  const edits = removeField(document, field);
  return edits === undefined ? [] : [{ title, edits, safe }];
}
