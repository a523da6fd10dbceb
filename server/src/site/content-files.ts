import { fieldName } from '../kirby/content/parse.ts';
import type { FolderFacts } from './folder-facts.ts';
import { isSummarised } from './scan.ts';
import type { ContentFile } from './site.ts';
import { joinPath, type SitePath } from './site-path.ts';
import { pathBelow } from './site-roots.ts';

type Folders = ReadonlyMap<SitePath, FolderFacts>;
type FileAt = (path: SitePath) => ContentFile | undefined;

/** The paths of all content files. */
export function* contentFiles(
  folders: Folders,
  fileAt: FileAt,
  contentExtension: string,
): Generator<SitePath> {
  for (const { path, files } of folders.values()) {
    for (const { name } of files) {
      if (!isSummarised(name, contentExtension)) continue;
      const file = joinPath(path, name);
      if (fileAt(file) !== undefined) yield file;
    }
  }
}

/** The content files that have a field, by its name as Kirby keys it: `my_field`. */
export function* contentFilesWith(
  folders: Folders,
  fileAt: FileAt,
  field: string,
): Generator<ContentFile> {
  // Pages of one template share one list of names, so that few lists are searched.
  const hasField = new Map<readonly string[], boolean>();
  for (const { path, files } of folders.values()) {
    for (const { name, summary } of files) {
      if (summary === undefined) continue;
      const { names } = summary;
      let has = hasField.get(names);
      if (has === undefined) {
        has = names.some((written) => fieldName(written) === field);
        hasField.set(names, has);
      }
      const file = has ? fileAt(joinPath(path, name)) : undefined;
      if (file !== undefined) yield file;
    }
  }
}

/** The content files in a folder and in all below it, the folder's own first. */
export function* contentFilesBelow(
  folders: Folders,
  fileAt: FileAt,
  folder: SitePath,
): Generator<ContentFile> {
  const inside = [...folders.keys()].filter(
    (path) => path === folder || pathBelow(folder, path) !== undefined,
  );
  for (const path of inside.sort()) {
    for (const { name, summary } of folders.get(path)?.files ?? []) {
      const file = summary === undefined ? undefined : fileAt(joinPath(path, name));
      if (file !== undefined) yield file;
    }
  }
}
