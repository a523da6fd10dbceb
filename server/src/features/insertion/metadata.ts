import { fieldKey } from '../../kirby/content/slug.ts';
import { encodeContent } from '../../kirby/content/write.ts';
import { storesValue } from '../../kirby/field-types/storage.ts';
import { defaultSlugs } from '../../site/languages.ts';
import { defaultContentName } from '../../site/inventory.ts';
import type { FileEntry, Site } from '../../site/site.ts';
import { folderOf, joinPath, type SitePath } from '../../site/site-path.ts';
import { defaultText } from '../completion/whole-page.ts';

/** A file that does not exist yet. */
export interface NewText {
  readonly path: SitePath;
  readonly text: string;
}

/**
 * The metadata that Kirby writes for an upload (`Kirby\Cms\File::create()`): the fields of the file's
 * blueprint with their defaults, its UUID, its template; always in the default language.
 *
 * @param file as it is to be; the template among its content
 */
export function metadataOf(file: FileEntry, site: Site): NewText {
  const { contentExtension, defaultLanguage, uuids } = site.options;
  const { template } = file.content;
  const fields = [...(site.blueprints.of({ kind: 'file', file })?.fields.values() ?? [])]
    .filter(({ type }) => storesValue(type))
    .map((definition): [string, string] => [definition.name, defaultText(definition)]);
  const own: [string, string][] = [];
  if (uuids && file.uuid !== undefined) own.push(['uuid', file.uuid]);
  if (template !== undefined && template !== 'default') own.push(['template', template]);
  const names = new Set(own.map(([name]) => name));
  const text = encodeContent(
    [...fields.filter(([name]) => !names.has(fieldKey(name).toLowerCase())), ...own],
    { slugRules: defaultSlugs(site.options) },
  );
  const name = defaultContentName(file.name, { contentExtension, defaultLanguage });
  return { path: joinPath(folderOf(file.path), name), text };
}
