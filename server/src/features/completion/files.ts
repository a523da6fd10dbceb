import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { type Pickable, pickable } from '../../site/pickable.ts';
import type { FileEntry, Model, PageEntry, Site } from '../../site/site.ts';
import { fileCandidates, pageCandidates } from './candidates.ts';
import type {
  CompletionContext,
  CompletionItem,
  CompletionList,
  CompletionProvider,
  CompletionRequest,
} from './completion.ts';
import { fileType } from '../../site/file-types.ts';
import { type ReferenceSlot, wantedBy } from './reference-slot.ts';
import { hrefSlot } from './slots/href.ts';
import { jsonSlot } from './slots/json.ts';
import { listSlot } from './slots/list.ts';
import { rowSlot } from './slots/row.ts';
import { schemeSlot } from './slots/scheme.ts';
import { tagSlot } from './slots/tag.ts';
import { say } from '../../kirby/text/say.ts';

/** More than this is no help in a list; the rest comes as the author types on. */
const most = 200;

/**
 * Files, pages and users where one can be named: after `file://` and `page://`, in a list of files,
 * pages or users, in a KirbyTag, in a link of HTML. What the field's query offers in the Panel comes first, then the
 * files of the page itself. A field keeps others, too: they follow.
 */
export const files: CompletionProvider = (request) => {
  const { site, file } = request.context;
  if (site === undefined || file === undefined) return undefined;
  const slot = slotAt(request);
  if (slot === undefined) return undefined;
  const found: CompletionItem[] = [];
  for (const item of itemsOf(slot, site, file.model)) {
    if (found.length === most) break;
    found.push({ ...item, sortText: String(found.length).padStart(3, '0') });
  }
  // What is found depends on what is typed, in ways that an editor's own filter does not know.
  return { items: found, isIncomplete: true } satisfies CompletionList;
};

/** What a files, pages, users or link field may name, the likeliest first; of any other field nothing. */
export function referencesFor(
  field: FieldDefinition,
  { site, file }: CompletionContext,
): readonly { readonly reference: string; readonly label: string }[] {
  const wanted = wantedBy(field);
  if (site === undefined || file === undefined || wanted === undefined) return [];
  const found: { readonly reference: string; readonly label: string }[] = [];
  const insert: ReferenceSlot['insert'] = (text) => ({ insert: { span: nowhere, text } });
  const slot: ReferenceSlot = { typed: '', filterText: '', insert, ...wanted };
  for (const item of itemsOf(slot, site, file.model)) {
    if (found.length === most) break;
    found.push({ reference: item.insert.text, label: item.label });
  }
  return found;
}

const nowhere = { start: 0, end: 0 };

function slotAt(request: CompletionRequest): ReferenceSlot | undefined {
  const inLink = hrefSlot(request);
  if (inLink !== undefined) return inLink;
  const inField = jsonSlot(request) ?? rowSlot(request) ?? listSlot(request);
  const begun = schemeSlot(request);
  if (begun === undefined) return tagSlot(request) ?? inField;
  if (inField?.field === undefined) return begun;
  return { ...begun, field: inField.field, fileType: inField.fileType };
}

function* itemsOf(slot: ReferenceSlot, site: Site, model: Model): Iterable<CompletionItem> {
  const query = isWhole(slot, site, model) ? '' : slot.typed.toLowerCase();
  if (slot.offers === 'users') {
    yield* userItems(slot, query, site);
    return;
  }
  const likely = slot.field === undefined ? unknown : pickable(slot.field, model, site);
  if (slot.offers !== 'files') yield* pageItems(slot, query, site, likely);
  if (slot.offers !== 'pages') yield* fileItems(slot, query, site, model, likely);
}

const unknown: Pickable = { status: 'unknown' };

/** A reference that leads somewhere already: the author wants another one, of all there are. */
function isWhole({ typed, offers }: ReferenceSlot, site: Site, model: Model): boolean {
  if (offers === 'users') return site.users?.has(typed) === true;
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
  likely: Pickable,
): Iterable<CompletionItem> {
  const first = likely.status === 'known' && likely.kind === 'files' ? likely.items : [];
  for (const { file, isOwn, owner } of fileCandidates(site, model, first)) {
    if (slot.fileType !== undefined && fileType(file.name) !== slot.fileType) continue;
    if (query !== '' && !file.id.toLowerCase().includes(query)) continue;
    const reference = fileReference(file, slot, site, isOwn);
    if (reference === undefined) continue;
    const alt = file.content['alt'] ?? file.content['caption'] ?? '';
    yield {
      label: file.name,
      detail: isOwn ? say`This page` : ownerName(owner),
      ...(alt !== '' && { documentation: alt }),
      ...(file.hasBinary && fileType(file.name) === 'image' && { picture: file.path }),
      kind: 'file',
      filterText: slot.filterText,
      ...slot.insert(reference),
    };
  }
}

function* pageItems(
  slot: ReferenceSlot,
  query: string,
  site: Site,
  likely: Pickable,
): Iterable<CompletionItem> {
  const first = likely.status === 'known' && likely.kind === 'pages' ? likely.items : [];
  for (const page of pageCandidates(site, first)) {
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

function* userItems(slot: ReferenceSlot, query: string, site: Site): Iterable<CompletionItem> {
  for (const { id, name, email, role } of site.users?.values() ?? []) {
    const known = [id, name, email].filter((text) => text !== undefined);
    if (!known.some((text) => text.toLowerCase().includes(query))) continue;
    const hasUuid = slot.form !== 'id' && site.options.uuids;
    yield {
      label: name ?? email ?? id,
      ...(role !== undefined && { detail: role }),
      kind: 'user',
      filterText: slot.filterText,
      ...slot.insert(hasUuid ? `user://${id}` : id),
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
  return owner === undefined ? say`Site` : owner.id;
}
