import { setFieldValue } from '../kirby/content/edit.ts';
import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { newUuid } from '../kirby/reference/new-uuid.ts';
import { keptForFile } from '../site/remembered.ts';
import type { ContentFile, FileEntry, PageEntry, Site } from '../site/site.ts';
import { copyAround } from './copied-folder.ts';
import { ownPage } from './own-page.ts';
import type { Fix, Related, Rule, RuleContext } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * Two pages, or two files, with one UUID: a folder or a file was copied together with its content.
 * Kirby finds the first in the order of its index (`Kirby\Uuid\Uuid::findByIndex()`), so that whatever
 * is meant for the other leads to the wrong place without a word.
 *
 * That one has the error. The one that is found has a note, because it may well be the copy: a
 * folder that is copied to a smaller number comes first.
 */
export const duplicateUuid: Rule = {
  code: 'duplicate-uuid',
  severity: 'error',
  reads: 'site',
  *check(context) {
    const { document, site, file } = context;
    const own = ownEntry(context);
    const field = document.fields.findLast(({ name }) => name === 'uuid');
    if (site?.options.uuids !== true || file === undefined) return;
    if (own?.uuid === undefined || field === undefined) return;
    if (own.uuid !== field.value.text || own.uuid.includes('://')) return;
    const holders = holdersOf(own, own.uuid, site, file);
    const others = holders.filter((holder) => contentOf(holder) !== contentOf(own));
    const [first] = holders;
    if (first === undefined || others.length === 0 || others.length === holders.length) return;
    const isFound = contentOf(first) === contentOf(own);
    yield {
      message: isFound ? foundMessage(own, others) : lostMessage(own, first),
      severity: isFound ? 'information' : 'error',
      span: field.valueSpan,
      related: others.slice(0, MOST_RELATED).flatMap((other) => relatedTo(other, first)),
      fixes: () => fixes(context, site, own, field),
    };
  },
};

const MOST_RELATED = 5;

type Entry = PageEntry | FileEntry;

/** The page or file whose UUID a document holds: translations hold none, and a file has to be there. */
function ownEntry(context: RuleContext): Entry | undefined {
  const { site, file } = context;
  if (file?.model.kind !== 'file') return ownPage(context);
  if (site?.state !== 'ready' || file.isChanges) return undefined;
  return file.model.file.metadata === file.path ? file.model.file : undefined;
}

/** Whoever has a UUID, looked up once until the site changes. */
function holdersOf({ kind }: Entry, uuid: string, site: Site, file: ContentFile): readonly Entry[] {
  const known = holdersFor(site, file);
  let holders = known.get(uuid);
  if (holders === undefined) {
    holders = kind === 'page' ? site.pagesWithUuid(uuid) : site.filesWithUuid(uuid);
    known.set(uuid, holders);
  }
  return holders;
}

const holdersFor = keptForFile(() => new Map<string, readonly Entry[]>());

function contentOf(entry: Entry): string | undefined {
  return entry.kind === 'page' ? entry.contentPath : entry.metadata;
}

function lostMessage(own: Entry, first: Entry): string {
  return own.kind === 'page'
    ? say`The page "${first.id}" has the same UUID. Kirby finds that one, even where this one is meant; give the copy a new UUID.`
    : say`The file "${first.id}" has the same UUID. Kirby finds that one from other pages, even where this one is meant; give the copy a new UUID.`;
}

function foundMessage({ kind }: Entry, others: readonly Entry[]): string {
  const [other] = others;
  const count = others.length;
  if (count === 1 && other !== undefined) {
    return kind === 'page'
      ? say`The page "${other.id}" has the same UUID. Kirby finds this page, even where another one is meant; give the copy a new UUID.`
      : say`The file "${other.id}" has the same UUID. Kirby finds this file, even where another one is meant; give the copy a new UUID.`;
  }
  return kind === 'page'
    ? say`${count} other pages have the same UUID. Kirby finds this page, even where another one is meant; give the copy a new UUID.`
    : say`${count} other files have the same UUID. Kirby finds this file, even where another one is meant; give the copy a new UUID.`;
}

function relatedTo(other: Entry, first: Entry): readonly Related[] {
  const path = other.kind === 'page' ? other.contentPath : other.metadata;
  if (path === undefined) return [];
  if (other !== first) return [{ message: say`Has the same UUID.`, path }];
  const message =
    other.kind === 'page' ? say`The page that Kirby finds.` : say`The file that Kirby finds.`;
  return [{ message, path }];
}

function fixes(context: RuleContext, site: Site, own: Entry, field: Field): readonly Fix[] {
  const { document, newId, file } = context;
  if (newId === undefined || file === undefined) return [];
  const fresh = (): string => newUuid(newId(), site.options.uuidFormat);
  const copy = copyAround(site, own, file.path);
  return [
    ...(copy?.isWide(document) === true
      ? [{ title: copy.title, edits: [], safe: false, wide: copy.renewal(fresh) }]
      : []),
    ...renewed(
      document,
      field,
      own.kind === 'page' ? say`Give this page a new UUID` : say`Give this file a new UUID`,
      fresh(),
    ),
  ];
}

function renewed(
  document: ContentDocument,
  field: Field,
  title: string,
  uuid: string,
): readonly Fix[] {
  const edits = setFieldValue(document, field, uuid);
  return edits === undefined ? [] : [{ title, edits, safe: false }];
}
