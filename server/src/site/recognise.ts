import { parseContent } from '../kirby/content/parse.ts';
import { contentFileAt } from './content-file.ts';
import { describesFile, type InventoryRules } from './inventory.ts';
import { PageTree } from './page-tree.ts';
import type { Model } from './site.ts';
import { folderOf, nameOf, type SitePath } from './site-path.ts';
import type { SiteRoots } from './site-roots.ts';

/**
 * Whether a path is that of a content file, and what kind of model owns it. Nothing but the path is
 * looked at, so that an editor can be told before anything has been read; `Site.contentFile()`
 * knows more. `undefined`: an ordinary text file.
 *
 * @param contentExtension `txt` until the site's configuration says otherwise
 */
export function contentFileKind(
  path: SitePath,
  roots: SiteRoots,
  contentExtension = 'txt',
): Model['kind'] | undefined {
  const rules: InventoryRules = {
    contentExtension,
    languages: [],
    defaultLanguage: undefined,
    ignored: new Set(),
    trustsMetadata: true,
  };
  const tree = new PageTree(new Map(), roots.content, rules);
  const kind = contentFileAt(path, roots, rules, tree)?.model.kind;
  if (kind === undefined && isTranslatedSite(path, roots, contentExtension)) return 'site';
  // `photo.jpg.de.txt`, in whatever language.
  return kind === 'page' && describesFile(nameOf(path), new Set()) ? 'file' : kind;
}

/** `content/site.de.txt`, in whatever language. */
function isTranslatedSite(path: SitePath, { content }: SiteRoots, extension: string): boolean {
  const folder = folderOf(path);
  const isRoot =
    folder === content || (nameOf(folder) === '_changes' && folderOf(folder) === content);
  return isRoot && isSiteFile(nameOf(path), extension);
}

/** `site.txt`, `site.de.txt`: the file that only the root of a content has. */
export function isSiteFile(name: string, extension: string): boolean {
  const [first, language, ...rest] = name.split('.');
  if (first !== 'site') return false;
  if (rest.length === 0) return language === extension;
  return (
    rest.length === 1 && rest[0] === extension && /^[a-z]{2,3}([_-]\w+)?$/i.test(language ?? '')
  );
}

/** How much of a text is looked at: a page's first fields tell. */
const LOOKED = 20_000;

/**
 * Whether a text that lies in no site reads like a content file: at least two fields, divided by
 * `----`, and nothing that is no field. Good enough to offer a switch of language, not to force it.
 */
export function looksLikeContent(text: string): boolean {
  const { fields, dividers, dropped } = parseContent(text.slice(0, LOOKED));
  // The last one may be cut.
  const isCut = text.length > LOOKED;
  return (
    fields.length >= 2 &&
    dividers.length >= 1 &&
    dropped.length === 0 &&
    fields
      .slice(0, isCut ? -1 : undefined)
      .every(({ name }) => name.length <= 60 && /^[\p{L}\p{N}_.]+$/u.test(name))
  );
}
