import { removeField } from '../kirby/content/edit.ts';
import { parseContent } from '../kirby/content/parse.ts';
import { applied } from '../kirby/json/text-edit.ts';
import { renewalForCopy } from '../rules/copied-folder.ts';
import type { WideFix } from '../rules/rule.ts';
import { DRAFTS } from '../site/page-tree.ts';
import type { FileEntry, PageEntry, Site } from '../site/site.ts';
import { folderOf, joinPath, nameOf, type SitePath } from '../site/site-path.ts';
import { companions, fileAt, type Move, moved } from './rename/move.ts';

/** A copy of a page or of a file that an author wants, and how it comes to be. */
export interface Duplicate {
  /** What is copied where: the folder of a page with all that is in it, or a file and its metadata. */
  readonly copies: readonly Move[];
  /** What is to be shown of the copy: the content of the page, the metadata of the file or the file. */
  readonly shown: SitePath | undefined;
  /** The content files of the original whose texts are needed. */
  readonly paths: readonly SitePath[];
  /**
   * The texts of the copied content files, by their new paths, with UUIDs of their own.
   *
   * @param texts of the originals; a file that cannot be read is not among them
   * @returns `undefined` where a file is not as the site knows it: then nothing may be copied
   */
  readonly textsIn: (
    texts: ReadonlyMap<SitePath, string>,
  ) => ReadonlyMap<SitePath, string> | undefined;
}

/**
 * The copy of what stands at a path, under a name that is free. Kirby makes a draft of a copied page
 * (`Kirby\Cms\PageActions::duplicate()`), beside the original and without its number.
 *
 * @param path of a page's folder, of a file, or of the content file of either
 * @returns `undefined` for everything else, and while the site is being read
 */
export function duplicateOf(
  site: Site,
  path: SitePath,
  newUuid: () => string,
): Duplicate | undefined {
  const original = site.state === 'ready' ? originalAt(site, path) : undefined;
  if (original === undefined) return undefined;
  const first =
    original.kind === 'page'
      ? { from: original.folder, to: folderOfCopy(site, original) }
      : { from: original.path, to: pathOfCopy(site, original) };
  const copies = [first, ...companions(site, [first])];
  const content = original.kind === 'page' ? original.contentPath : original.metadata;
  const shown = content ?? (original.kind === 'page' ? undefined : original.path);
  const renewal = site.options.uuids ? renewalForCopy(site, original, newUuid) : undefined;
  const withSlug = original.kind === 'page' ? translationsWithSlug(site, original) : [];
  return {
    copies,
    shown: shown && moved(shown, copies),
    paths: [...new Set([...(renewal?.paths ?? []), ...withSlug])],
    textsIn: (texts) => {
      const changed = renewedTexts(texts, renewal);
      for (const path of withSlug) {
        const text = withoutSlug(changed?.get(path) ?? texts.get(path));
        if (text !== undefined) changed?.set(path, text);
      }
      return changed && new Map([...changed].map(([path, text]) => [moved(path, copies), text]));
    },
  };
}

/**
 * The translations of a page that give it a slug of their own. The copy is not to have it: of two pages with
 * one address Kirby finds one (`Kirby\Cms\PageCopy::removeSlug()`).
 */
function translationsWithSlug(site: Site, { folder }: PageEntry): readonly SitePath[] {
  const { defaultLanguage } = site.options;
  return [...site.contentFilesBelow(folder)].flatMap(({ path, model, language, isChanges }) => {
    const isTranslation = language !== undefined && language !== defaultLanguage && !isChanges;
    const isOwn = model.kind === 'page' && folderOf(path) === folder;
    return isTranslation && isOwn && site.fieldsIn(path)?.has('slug') === true ? [path] : [];
  });
}

function withoutSlug(text: string | undefined): string | undefined {
  const document = text === undefined ? undefined : parseContent(text);
  const field = document?.fields.findLast(({ name }) => name === 'slug');
  const edits = document && field && removeField(document, field);
  return edits && applied(document.text, edits);
}

function originalAt(site: Site, path: SitePath): FileEntry | PageEntry | undefined {
  const model = site.contentFile(path)?.model;
  if (model?.kind === 'page') return model.page;
  const file = model?.kind === 'file' ? model.file : fileAt(site, path);
  if (file !== undefined) return file.hasBinary ? file : undefined;
  const folder = site.folder(path);
  return folder?.kind === 'page' ? folder : undefined;
}

function folderOfCopy(site: Site, { folder, slug }: PageEntry): SitePath {
  const above = folderOf(folder);
  const parent = nameOf(above) === DRAFTS ? folderOf(above) : above;
  const owner = site.folder(parent);
  const taken = new Set(
    owner === undefined
      ? []
      : (['published', 'drafts'] as const).flatMap((among) =>
          site.children(owner, among).map((page) => page.slug),
        ),
  );
  const name = freeName(slug, '', (one) => taken.has(one));
  return joinPath(joinPath(parent, DRAFTS), name);
}

function pathOfCopy(site: Site, { path, name }: FileEntry): SitePath {
  const folder = folderOf(path);
  const dot = name.lastIndexOf('.');
  const end = dot > 0 ? name.slice(dot) : '';
  const isTaken = (one: string): boolean =>
    site.folder(folder)?.files.has(one) === true || site.mayHold(joinPath(folder, one));
  return joinPath(folder, freeName(name.slice(0, name.length - end.length), end, isTaken));
}

/** `post-copy`, `post-copy-2` and so on; the copy of a copy is another copy of the same. */
function freeName(name: string, end: string, isTaken: (name: string) => boolean): string {
  const copy = `${name.replace(/-copy(?:-\d+)?$/, '')}-copy`;
  let free = copy + end;
  for (let number = 2; isTaken(free); number++) free = `${copy}-${String(number)}${end}`;
  return free;
}

function renewedTexts(
  texts: ReadonlyMap<SitePath, string>,
  renewal: WideFix | undefined,
): Map<SitePath, string> | undefined {
  const edits = renewal === undefined ? new Map<SitePath, []>() : renewal.editsIn(texts);
  if (edits === undefined) return undefined;
  const renewed = new Map<SitePath, string>();
  for (const [path, changes] of edits) {
    const text = applied(texts.get(path) ?? '', changes);
    if (text === undefined) return undefined;
    renewed.set(path, text);
  }
  return renewed;
}
