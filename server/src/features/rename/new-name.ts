import { asciiLower } from '../../kirby/text/php.ts';
import type { Mention } from '../../site/mentions/mentions.ts';
import { DRAFTS } from '../../site/page-tree.ts';
import type { ContentFile, PageEntry, Site } from '../../site/site.ts';
import { folderOf, joinPath, nameOf, type SitePath } from '../../site/site-path.ts';
import { idAfter, type Move, moved } from './move.ts';

/**
 * What has to stand in the place of a mention after the moves; `undefined`: it stays as it is. UUIDs
 * and permalinks lead to a page or a file wherever it is. `hidden`: every name would lead to another file.
 *
 * @param file the content file that the mention stands in
 */
export function newName(
  site: Site,
  { target, text, form }: Mention,
  file: ContentFile,
  moves: readonly Move[],
): { readonly name: string } | 'hidden' | undefined {
  if (form !== 'name' || target.kind === 'user') return undefined;
  const id = idAfter(site, target, moves);
  if (id === undefined) return undefined;
  const wanted =
    target.kind === 'page'
      ? pageName(site, target, text, id, moves)
      : fileName(site, moved(target.path, moves), text.includes('/'), id, file, moves);
  if (wanted === undefined) return 'hidden';
  return wanted === text || id === target.id ? undefined : { name: wanted };
}

/**
 * A page is mentioned by the slugs of its ancestors and its own, each in any language. What says
 * another one than that of the folder goes on leading to its page, as long as that is still an ancestor.
 * Behind a dot stands another form of the page (`blog.rss`), so that no id leads to a slug with a dot.
 */
function pageName(
  site: Site,
  { folder }: PageEntry,
  text: string,
  id: string,
  moves: readonly Move[],
): string | undefined {
  const ending = /\.[^./]*$/.exec(text)?.[0] ?? '';
  const written = text
    .slice(0, text.length - ending.length)
    .split('/')
    .reverse();
  const slugs = id.split('/').reverse();
  let [before, after] = [folder, moved(folder, moves)];
  const names = slugs.map((slug, depth) => {
    const word = written[depth];
    const page = site.folder(before);
    const isSame = page?.kind === 'page' && moved(before, moves) === after;
    [before, after] = [folderAround(before), folderAround(after)];
    if (word === undefined || !isSame) return slug;
    const isTranslated = asciiLower(word) !== asciiLower(page.slug);
    return isTranslated || page.slug === slug ? word : slug;
  });
  return ending === '' && names[0]?.includes('.') ? undefined : names.reverse().join('/') + ending;
}

/** The folder of the page above; drafts stand in one of their own. */
function folderAround(folder: SitePath): SitePath {
  const above = folderOf(folder);
  return nameOf(above) === DRAFTS ? folderOf(above) : above;
}

/**
 * A file beside the page, or of the site itself, is found by its name alone. One of the site has no other
 * name, and the page may have a file that is called so.
 */
function fileName(
  site: Site,
  path: SitePath,
  hasPage: boolean,
  id: string,
  file: ContentFile,
  moves: readonly Move[],
): string | undefined {
  const name = nameOf(path);
  // Kirby looks for a UUID there.
  if (name.startsWith('@')) return undefined;
  const [folder, from] = [folderOf(path), moved(ownFolder(file), moves)];
  if (folder === from) return hasPage ? id : name;
  if (folder !== site.options.contentFolder) return id;
  const names = [name, asciiLower(name)];
  const own = site.folder(ownFolder(file))?.files;
  const beside = [
    ...names.flatMap((one) => own?.get(one) ?? []).map((one) => moved(one.path, moves)),
    ...moves.map(({ to }) => to),
  ];
  return names.some((one) => beside.includes(joinPath(from, one))) ? undefined : name;
}

/** The folder that bare names are looked up in. */
function ownFolder({ path, isChanges }: ContentFile): SitePath {
  return isChanges ? folderOf(folderOf(path)) : folderOf(path);
}
