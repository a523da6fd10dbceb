import { asciiLower } from '../kirby/text/php.ts';
import { extensionOf, stemOf } from './file-types.ts';
import { folderMeaning } from './indexed-entries.ts';
import { contentName, type InventoryRules, isIgnored, metadataOwner } from './inventory.ts';
import { CHANGES } from './panel-changes.ts';
import type { PageTree } from './page-tree.ts';
import type { ContentFile, FileEntry, Model, PageEntry } from './site.ts';
import { folderOf, joinPath, nameOf, type SitePath } from './site-path.ts';
import { pathBelow, type SiteRoots } from './site-roots.ts';

/**
 * What a content file is, from its path; the tree adds what is known of its model. A file that is
 * not on disk yet has a model too, as far as its path goes.
 */
export function contentFileAt(
  path: SitePath,
  roots: SiteRoots,
  rules: InventoryRules,
  tree: PageTree,
): ContentFile | undefined {
  const name = nameOf(path);
  if (extensionOf(name) !== rules.contentExtension || isIgnored(name, rules)) return undefined;
  const isChanges = nameOf(folderOf(path)) === CHANGES;
  const folder = isChanges ? folderOf(folderOf(path)) : folderOf(path);
  const { stem, language } = contentName(name, rules);
  const model =
    pathBelow(roots.accounts, path) === undefined
      ? modelIn(folder, name, roots, rules, tree)
      : userModel(folder, stem, roots);
  return model === undefined ? undefined : { path, model, language, isChanges };
}

function modelIn(
  folder: SitePath,
  name: string,
  { content }: SiteRoots,
  rules: InventoryRules,
  tree: PageTree,
): Model | undefined {
  const isRoot = folder === content;
  const id = isRoot ? undefined : tree.pageId(folder);
  if (!isRoot && id === undefined) return undefined;
  const entry = tree.folder(folder);
  const { stem, language } = contentName(name, rules);
  const owner = entry?.files.has(stem) === true ? stem : metadataOwner(name, rules);
  if (owner !== undefined) {
    const prefix = id === undefined ? '' : `${id}/`;
    return { kind: 'file', file: entry?.files.get(owner) ?? unknownFile(folder, owner, prefix) };
  }
  if (id === undefined) return stem === 'site' ? { kind: 'site' } : undefined;
  // With several languages Kirby takes one more part off, whatever it is.
  const hasStray = rules.languages.length > 0 && language === undefined;
  const template = asciiLower(hasStray ? stemOf(stem) : stem);
  const page = entry?.kind === 'page' ? entry : undefined;
  return {
    kind: 'page',
    page: page?.template === template ? page : otherPage(folder, id, template, page),
  };
}

/** `site/accounts/ID/user.txt`, and the metadata of a user's files. */
function userModel(folder: SitePath, stem: string, { accounts }: SiteRoots): Model | undefined {
  const id = pathBelow(accounts, folder);
  if (id === undefined || id === '' || id.includes('/')) return undefined;
  if (stem === 'user') return { kind: 'user', id };
  return stem.includes('.')
    ? { kind: 'file', file: { ...unknownFile(folder, stem, `${id}/`), hasBinary: true } }
    : undefined;
}

/**
 * A page that is not on disk yet, or a page as another content file than its own would have it: to
 * Kirby such a file is nothing, to its author it is a page of that template.
 */
function otherPage(
  folder: SitePath,
  id: string,
  template: string,
  page: PageEntry | undefined,
): PageEntry {
  return {
    kind: 'page',
    folder,
    id,
    ...folderMeaning(folder),
    template,
    title: page?.title,
    uuid: page?.uuid,
    contentPath: page?.contentPath,
    get files() {
      return page?.files ?? noFiles;
    },
  };
}

const noFiles: ReadonlyMap<string, FileEntry> = new Map();

function unknownFile(folder: SitePath, name: string, prefix: string): FileEntry {
  return {
    kind: 'file',
    path: joinPath(folder, name),
    name,
    id: prefix + name,
    uuid: undefined,
    hasBinary: false,
    metadata: undefined,
    content: {},
  };
}
