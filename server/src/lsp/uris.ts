import { URI } from 'vscode-uri';
import { type SitePath, sitePath } from '../site/site-path.ts';

/** The only place where site paths become URIs, and back. */

/** The URI of a file of the site that is spoken of. */
export type UriOf = (path: SitePath) => string | undefined;

/** A folder as URIs have it: without a slash at the end, percent-encoding and drive letter normalised. */
export interface FolderUri {
  readonly uri: URI;
}

export function folderUri(uri: string): FolderUri {
  const parsed = URI.parse(uri);
  return { uri: parsed.with({ path: parsed.path.replace(/\/+$/u, '') }) };
}

/** The URIs of the folders that a folder lies in, the innermost first. */
export function foldersAbove(folder: string): readonly string[] {
  const { uri } = folderUri(folder);
  const names = uri.path.split('/');
  return names
    .slice(1)
    .map((_name, at) => uri.with({ path: names.slice(0, -at - 1).join('/') || '/' }).toString());
}

/** What tells folders apart: the names at the end of each, as few as no other one ends with. */
export function folderNames(folders: readonly string[]): readonly string[] {
  const paths = folders.map((folder) => URI.parse(folder).path.split('/').filter(Boolean));
  const end = (path: readonly string[], length: number): string => path.slice(-length).join('/');
  return paths.map((own) => {
    let length = 1;
    const isShared = (): boolean =>
      paths.some((other) => other !== own && end(other, length) === end(own, length));
    while (length < own.length && isShared()) length++;
    return end(own, length);
  });
}

/** A URI as `toUri()` writes it: editors differ in what they encode, and in the case of drives. */
export function canonicalUri(uri: string): string {
  return URI.parse(uri).toString();
}

/** The URI of a file of a site. */
export function toUri({ uri }: FolderUri, path: SitePath): string {
  return uri
    .with({ path: path === '' ? uri.path : `${withoutSlash(uri.path)}/${path}` })
    .toString();
}

/**
 * The site path of a URI below a folder; `undefined` for one that lies elsewhere.
 *
 * @param isSame whether two folders are the same, by their paths in URIs
 */
export function toSitePath(
  { uri }: FolderUri,
  document: string,
  isSame: (one: string, other: string) => boolean = (one, other) => one === other,
): SitePath | undefined {
  const parsed = URI.parse(document);
  if (parsed.scheme !== uri.scheme || !isSameAuthority(parsed, uri)) return undefined;
  const folder = withoutSlash(comparable(uri));
  const path = comparable(parsed);
  if (path === folder || path === comparable(uri)) return sitePath('');
  const isBelow = path[folder.length] === '/' && isSame(path.slice(0, folder.length), folder);
  return isBelow ? sitePath(parsed.path.slice(folder.length + 1)) : undefined;
}

/** The root of all folders is a slash, which `URI` puts back where it is taken away. */
function withoutSlash(path: string): string {
  return path.replace(/\/$/u, '');
}

/** Names of computers are the same in either case; so editors compare the names of remotes. */
function isSameAuthority(one: URI, other: URI): boolean {
  return one.authority.toLowerCase() === other.authority.toLowerCase();
}

/** Drive letters are the same in either case; everything after them is not ours to fold. */
function comparable(uri: URI): string {
  return uri.path.replace(/^\/[A-Za-z]:/u, (drive) => drive.toLowerCase());
}
