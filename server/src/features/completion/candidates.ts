import { folderOf } from '../../site/site-path.ts';
import type { FileEntry, Model, PageEntry, Site } from '../../site/site.ts';

export interface FileCandidate {
  readonly file: FileEntry;
  /** Whether it belongs to the model itself, so that its name is enough. */
  readonly isOwn: boolean;
  /** `undefined`: the site. */
  readonly owner: PageEntry | undefined;
}

/** All files: first those beside the document, then the site's, then the other pages'. */
export function* fileCandidates(site: Site, model: Model): Iterable<FileCandidate> {
  const own = ownerOf(site, model);
  if (own !== undefined) yield* filesOf(own, true);
  const root = site.folder(site.options.contentFolder);
  if (root !== undefined && root.kind !== own?.kind) yield* filesOf(root, false);
  for (const page of site.pages()) {
    if (page.id !== (own?.kind === 'page' ? own.id : undefined)) yield* filesOf(page, false);
  }
}

type Owner = NonNullable<ReturnType<Site['folder']>>;

/** Whose files a bare name is looked up among. */
function ownerOf(site: Site, model: Model): Owner | undefined {
  switch (model.kind) {
    case 'page':
      return model.page;
    case 'site':
      return site.folder(site.options.contentFolder);
    case 'file':
      return site.folder(folderOf(model.file.path));
    case 'user':
      return undefined;
  }
}

function* filesOf(owner: Owner, isOwn: boolean): Iterable<FileCandidate> {
  for (const file of owner.files.values()) {
    yield { file, isOwn, owner: owner.kind === 'page' ? owner : undefined };
  }
}
