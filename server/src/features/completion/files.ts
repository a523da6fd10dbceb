import type { FileEntry, Model, PageEntry, Site } from '../../site/site.ts';
import { fileCandidates } from './candidates.ts';
import type { CompletionItem, CompletionList, CompletionProvider } from './completion.ts';
import { fileType } from '../../site/file-types.ts';
import type { ReferenceSlot } from './reference-slot.ts';
import { jsonSlot } from './slots/json.ts';
import { listSlot } from './slots/list.ts';
import { schemeSlot } from './slots/scheme.ts';
import { tagSlot } from './slots/tag.ts';

/** More than this is no help in a list; the rest comes as the author types on. */
const most = 200;

/**
 * Files and pages where one can be named: after `file://` and `page://`, in a list of files or
 * pages, in a KirbyTag. Its own page's files come first.
 */
export const files: CompletionProvider = (request) => {
  const { site, file } = request.context;
  if (site === undefined || file === undefined) return undefined;
  const slot = schemeSlot(request) ?? tagSlot(request) ?? jsonSlot(request) ?? listSlot(request);
  if (slot === undefined) return undefined;
  const found: CompletionItem[] = [];
  for (const item of itemsOf(slot, site, file.model)) {
    if (found.length === most) break;
    found.push({ ...item, sortText: String(found.length).padStart(3, '0') });
  }
  // What is found depends on what is typed, in ways that an editor's own filter does not know.
  return { items: found, isIncomplete: true } satisfies CompletionList;
};

function* itemsOf(slot: ReferenceSlot, site: Site, model: Model): Iterable<CompletionItem> {
  const query = isWhole(slot, site, model) ? '' : slot.typed.toLowerCase();
  if (slot.offers !== 'files') yield* pageItems(slot, query, site);
  if (slot.offers !== 'pages') yield* fileItems(slot, query, site, model);
}

/** A reference that leads somewhere already: the author wants another one, of all there are. */
function isWhole({ typed }: ReferenceSlot, site: Site, model: Model): boolean {
  if (!/^[\w-]{8,}$/.test(typed)) return false;
  return (
    site.resolveFile(`file://${typed}`, model).status === 'found' ||
    site.resolvePage(`page://${typed}`, model).status === 'found'
  );
}

function* fileItems(
  slot: ReferenceSlot,
  query: string,
  site: Site,
  model: Model,
): Iterable<CompletionItem> {
  for (const { file, isOwn, owner } of fileCandidates(site, model)) {
    if (slot.fileType !== undefined && fileType(file.name) !== slot.fileType) continue;
    if (query !== '' && !file.id.toLowerCase().includes(query)) continue;
    const reference = fileReference(file, slot, site, isOwn);
    if (reference === undefined) continue;
    const alt = file.content['alt'] ?? file.content['caption'] ?? '';
    yield {
      label: file.name,
      detail: isOwn ? 'This page' : ownerName(owner),
      ...(alt !== '' && { documentation: alt }),
      ...(file.hasBinary && fileType(file.name) === 'image' && { picture: file.path }),
      kind: 'file',
      filterText: slot.filterText,
      ...slot.insert(reference),
    };
  }
}

function* pageItems(slot: ReferenceSlot, query: string, site: Site): Iterable<CompletionItem> {
  for (const page of site.pages()) {
    if (query !== '' && !matchesPage(page, query)) continue;
    const reference = pageReference(page, slot, site);
    if (reference === undefined) continue;
    yield {
      label: page.title ?? page.slug,
      detail: page.id,
      kind: 'page',
      filterText: slot.filterText,
      ...slot.insert(reference),
    };
  }
}

function matchesPage({ id, title }: PageEntry, query: string): boolean {
  return id.toLowerCase().includes(query) || title?.toLowerCase().includes(query) === true;
}

/** A file as the slot writes it; Kirby's own fallback for one without a UUID is its name or id. */
function fileReference(
  { uuid, name, id }: FileEntry,
  { form }: ReferenceSlot,
  { options }: Site,
  isOwn: boolean,
): string | undefined {
  if (form !== 'id' && uuid !== undefined && options.uuids) return `file://${uuid}`;
  if (form === 'uuid') return undefined;
  return isOwn ? name : id;
}

function pageReference(
  { uuid, id }: PageEntry,
  { form }: ReferenceSlot,
  { options }: Site,
): string | undefined {
  if (form !== 'id' && uuid !== undefined && options.uuids) return `page://${uuid}`;
  return form === 'uuid' ? undefined : id;
}

function ownerName(owner: PageEntry | undefined): string {
  return owner === undefined ? 'Site' : owner.id;
}
