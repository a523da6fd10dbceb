import { safeName } from '../../kirby/content/slug.ts';
import { extensionOf, stemOf } from '../../site/file-types.ts';
import { defaultSlugs } from '../../site/languages.ts';
import type { FileEntry, Site } from '../../site/site.ts';
import { fileEntry } from './file-entry.ts';
import { metadataOf, type NewText } from './metadata.ts';
import type { Upload } from './upload.ts';

/** A file that the site is about to have. */
export interface NewFile {
  readonly file: FileEntry;
  /** `undefined`: Kirby would store nothing about it. */
  readonly metadata: NewText | undefined;
}

/**
 * Files under the names that Kirby would give them (`Kirby\Filesystem\F::safeName()`); one whose name
 * is taken gets a number. `undefined` when Kirby would refuse one of them (`Kirby\Cms\FileRules`).
 *
 * @param names as they come: `Über uns.JPG`
 * @param newUuid makes a UUID
 */
export function newFiles(
  names: readonly string[],
  { owner, template }: Upload,
  site: Site,
  newUuid: () => string,
): readonly NewFile[] | undefined {
  const taken = new Set([...owner.files.keys()].map((name) => name.toLowerCase()));
  const files: NewFile[] = [];
  for (const given of names) {
    const name = freeName(given, taken, site);
    if (name === undefined) return undefined;
    taken.add(name);
    const uuid = site.options.uuids ? newUuid() : undefined;
    const file = fileEntry(owner, name, { uuid, template });
    const metadata = metadataOf(file, site);
    files.push({ file, metadata: metadata.text === '' ? undefined : metadata });
  }
  return files;
}

function freeName(
  given: string,
  taken: ReadonlySet<string>,
  { options }: Site,
): string | undefined {
  if (stemOf(given) === '') return undefined;
  const safe = safeName(given, defaultSlugs(options));
  const extension = extensionOf(safe);
  if (extension === '' || extension === options.contentExtension) return undefined;
  if (/php|phar|pht|htm|^exe$/.test(extension)) return undefined;
  // Of a name in another script nothing is left; a file without a name is hidden to Kirby.
  const stem = stemOf(safe) || 'file';
  let name = `${stem}.${extension}`;
  for (let number = 1; taken.has(name); number++) name = `${stem}-${number}.${extension}`;
  return name;
}
