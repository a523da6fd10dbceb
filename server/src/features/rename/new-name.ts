import { asciiLower } from '../../kirby/text/php.ts';
import type { Mention } from '../../site/mentions/mentions.ts';
import type { ContentFile, Site } from '../../site/site.ts';
import { folderOf, type SitePath } from '../../site/site-path.ts';
import { idAfter, type Move, moved } from './move.ts';

/**
 * What has to stand in the place of a mention after the moves; `undefined`: it stays as it is. UUIDs
 * and permalinks lead to a page or a file wherever it is.
 *
 * @param file the content file that the mention stands in
 */
export function newName(
  site: Site,
  { target, text, form }: Mention,
  file: ContentFile,
  moves: readonly Move[],
): string | undefined {
  if (form !== 'name' || target.kind === 'user') return undefined;
  const id = idAfter(site, target, moves);
  if (id === undefined) return undefined;
  // A page may be mentioned by the slugs of another language, which stay.
  const isById = target.kind === 'file' || asciiLower(text) === target.id;
  const wanted =
    target.kind === 'file' && !text.includes('/')
      ? bareName(site, moved(target.path, moves), id, moved(ownFolder(file), moves))
      : id;
  return isById && wanted !== text ? wanted : undefined;
}

/** A file beside the page, or of the site itself, is found by its name alone. */
function bareName(site: Site, path: SitePath, id: string, from: SitePath): string {
  const folder = folderOf(path);
  const isFound = folder === from || folder === site.options.contentFolder;
  return isFound ? id.slice(id.lastIndexOf('/') + 1) : id;
}

/** The folder that bare names are looked up in. */
function ownFolder({ path, isChanges }: ContentFile): SitePath {
  return isChanges ? folderOf(folderOf(path)) : folderOf(path);
}
