import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { contentName } from './inventory.ts';
import type { ContentFile, Model, SiteOptions } from './site.ts';
import { folderOf, joinPath, nameOf, type SitePath } from './site-path.ts';

/**
 * Where the content of the same page, file, site or user stands in a language. `undefined` for a
 * file that is in no language of the site.
 */
export function contentPathIn(
  { path, language }: ContentFile,
  options: SiteOptions,
  code: string,
): SitePath | undefined {
  if (language === undefined) return undefined;
  const { stem } = contentName(nameOf(path), options);
  return joinPath(folderOf(path), `${stem}.${code}.${options.contentExtension}`);
}

/**
 * Whether Kirby reads a key in the default language only, and removes it elsewhere when it saves
 * (`Kirby\Content\Version::prepareFieldsBeforeWrite()`).
 *
 * @param name as Kirby has it
 */
export function countsInDefaultOnly(name: string, { kind }: Model): boolean {
  if (name === 'uuid') return kind === 'page' || kind === 'file';
  return kind === 'file' && (name === 'template' || name === 'sort');
}

/** Whether the blueprint says that a field is the same in all languages. */
export function isUntranslated(field: FieldDefinition | undefined): boolean {
  return field?.problem === undefined && field?.props['translate'] === false;
}
