import { valueAt } from '../../kirby/json/value.ts';
import { valueAtOffset } from '../../kirby/values/at.ts';
import { contentsOf } from '../../kirby/values/contents.ts';
import { forms } from '../../site/forms.ts';
import { isFile } from '../../site/inventory.ts';
import type { FileEntry, Model, Site } from '../../site/site.ts';
import { folderOf, nameOf, type SitePath } from '../../site/site-path.ts';
import type { Owner } from '../completion/candidates.ts';
import { targetAt } from '../target.ts';
import { fileEntry } from './file-entry.ts';
import { filesFieldAt } from './files-field.ts';
import type { InsertionContext } from './insertion.ts';
import { metadataOf } from './metadata.ts';
import { uploadIn } from './upload.ts';

/** The metadata of a file, there or not. */
export interface Metadata {
  /** Of the file: `photo.jpg`. */
  readonly name: string;
  readonly path: SitePath;
  /** What Kirby would write; `undefined`: the metadata exists. */
  readonly text: string | undefined;
}

/**
 * The metadata of the file that a document mentions at an offset, with the template that the field
 * gives its uploads. `undefined` where no file is mentioned, or one that is not there.
 */
export function metadataAt(context: InsertionContext, offset: number): Metadata | undefined {
  const { document, site, file, newUuid } = context;
  const found = mentionedAt(context, offset);
  if (found?.hasBinary !== true || site.state === 'loading') return undefined;
  const all = forms(document, site, file);
  const field = valueAtOffset(all, offset, site.options.yamlHandler)?.value.definition;
  return metadataFor(found, uploadIn(field, file.model, site)?.template, site, newUuid);
}

/** A file that is mentioned anywhere, or an item of a files field by its name. */
function mentionedAt(context: InsertionContext, offset: number): FileEntry | undefined {
  const found = targetAt(context, offset)?.target;
  if (found !== undefined) return found.kind === 'file' ? found : undefined;
  const { site, file } = context;
  const value = filesFieldAt(context, offset)?.value;
  const contents = value && contentsOf(value, site.options.yamlHandler);
  const path = contents?.pathAt(offset);
  const item = path && contents && valueAt(contents.value, path);
  if (typeof item !== 'string') return undefined;
  const resolved = site.resolveFile(item, file.model);
  return resolved.status === 'found' ? resolved.file : undefined;
}

/** The metadata of a file of the content; `undefined` for everything that is no such file. */
export function metadataOfFile(
  path: SitePath,
  site: Site,
  newUuid: () => string,
): Metadata | undefined {
  const owner = site.folder(folderOf(path));
  const name = nameOf(path);
  if (owner === undefined || site.state === 'loading' || site.contentFile(path) !== undefined) {
    return undefined;
  }
  if (!isFile(name, site.options) || /^[._]/.test(name)) return undefined;
  const file = owner.files.get(name) ?? fileEntry(owner, name, {});
  return metadataFor(file, onlyTemplate(owner, site), site, newUuid);
}

/** The template that all sections and files fields of a blueprint agree on, if they do. */
function onlyTemplate(owner: Owner, site: Site): string | undefined {
  const model: Model = owner.kind === 'page' ? { kind: 'page', page: owner } : { kind: 'site' };
  const blueprint = site.blueprints.of(model);
  if (blueprint?.complete !== true) return undefined;
  const inFields = [...blueprint.fields.values()]
    .filter(({ type }) => type === 'files')
    .map((field) => uploadIn(field, model, site)?.template ?? '');
  const [template, ...others] = new Set([...blueprint.fileTemplates, ...inFields]);
  return others.length === 0 && template !== '' ? template : undefined;
}

function metadataFor(
  file: FileEntry,
  template: string | undefined,
  site: Site,
  newUuid: () => string,
): Metadata {
  const { name, metadata, content } = file;
  if (metadata !== undefined) return { name, path: metadata, text: undefined };
  const known = template === undefined ? content : { ...content, template };
  return { name, ...metadataOf({ ...file, content: known, uuid: newUuid() }, site) };
}
