import { folderOf, nameOf, sitePath, type SitePath } from '../site/site-path.ts';
import { pathBelow, type SiteRoots } from '../site/site-roots.ts';
import { type FolderUri, toSitePath } from './uris.ts';

/** Where a site lies and keeps its parts. */
interface RootedSite {
  readonly folder: FolderUri;
  readonly roots: SiteRoots;
}

/** Whether a new file may be what makes a folder a site. */
export function marksSite(path: SitePath | undefined): boolean {
  if (path === undefined) return false;
  const name = nameOf(path);
  return (
    /^(?:site\..*txt|index\.php|bootstrap\.php|.*\.yml)$/u.test(name) ||
    folderOf(path) === sitePath('')
  );
}

/** The same where there is a site already: not all that is saved there may have all be looked for again. */
export function marksOtherSite(path: SitePath | undefined): boolean {
  if (path === undefined) return false;
  if (/(?:^|\/)(?:kirby|vendor|node_modules)\//u.test(path)) return false;
  const isFolder = folderOf(path) === sitePath('') && !nameOf(path).includes('.');
  return isFolder || /^(?:site\..*txt|index\.php|bootstrap\.php)$/u.test(nameOf(path));
}

/** Whether a file lies in the content or among the files of a site that is known. */
export function isPartOf({ folder, roots }: RootedSite, uri: string): boolean {
  const path = toSitePath(folder, uri);
  if (path === undefined) return false;
  return [roots.content, roots.site].some(
    (root) => path === root || (root !== '' && pathBelow(root, path) !== undefined),
  );
}
