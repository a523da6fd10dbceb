/**
 * A path relative to the folder that holds `content` and `site`, with `/`, without a leading one:
 * `content/2_blog/1_post/post.de.txt`. Kirby thinks in these, the command line prints them, and
 * nothing below `lsp/uris.ts` can get drive letters or percent-encoding wrong. The empty path is
 * the folder itself.
 */
export type SitePath = string & { readonly brand: 'SitePath' };

/** Takes a string that is known to have the form of a site path. */
export function sitePath(path: string): SitePath {
  return path as SitePath;
}

export function joinPath(folder: SitePath, name: string): SitePath {
  return sitePath(folder === '' ? name : `${folder}/${name}`);
}

/** `content/home` of `content/home/home.txt`; the empty path of a name at the top. */
export function folderOf(path: SitePath): SitePath {
  const slash = path.lastIndexOf('/');
  return sitePath(slash < 0 ? '' : path.slice(0, slash));
}

/** `home.txt` of `content/home/home.txt`. */
export function nameOf(path: SitePath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
