import { distance, likelySlips, nearest, sieveFor } from '../kirby/text/near.ts';
import { asciiLower } from '../kirby/text/php.ts';
import { extensionOf, stemOf } from './file-types.ts';
import { basename, pageKey, uuidIn } from './reference-text.ts';
import { type Lookup, ownerOf } from './resolve.ts';
import type { FileEntry, Model, PageEntry } from './site.ts';

/** Files that a mention of none may have meant, the likeliest first: a slip of the pen, another extension. */
export function nearFiles(lookup: Lookup, reference: string, from: Model): readonly FileEntry[] {
  const uuid = uuidIn(reference, 'file');
  if (uuid !== undefined) return filesWithNearUuid(lookup, uuid);
  const wanted = basename(reference);
  const owner = ownerOf(lookup, from);
  const beside = [...owner.files.values(), ...lookup.tree.site().files.values()];
  return nearest(new Set(beside), ({ name }) => nameDistance(wanted, name));
}

/** Pages that a mention of none may have meant. */
export function nearPages(lookup: Lookup, reference: string): readonly PageEntry[] {
  const uuid = uuidIn(reference, 'page');
  if (uuid !== undefined) return pagesWithNearUuid(lookup, uuid);
  const wanted = asciiLower(pageKey(reference));
  const slug = wanted.slice(wanted.lastIndexOf('/') + 1);
  return nearest(lookup.tree.pages(), (page) => {
    if (page.status === 'draft') return undefined;
    // The page has moved: the same slug elsewhere.
    return page.slug === slug ? 1 : distance(wanted, asciiLower(page.id), likelySlips(wanted));
  });
}

function filesWithNearUuid(lookup: Lookup, uuid: string): readonly FileEntry[] {
  return nearUuids(lookup, uuid).flatMap((near) =>
    lookup.uuids.foldersWith(near).flatMap(({ path }) => {
      const files = lookup.tree.folder(path)?.files.values() ?? [];
      return [...files].filter((file) => file.uuid === near);
    }),
  );
}

function pagesWithNearUuid(lookup: Lookup, uuid: string): readonly PageEntry[] {
  return nearUuids(lookup, uuid).flatMap((near) =>
    lookup.uuids.foldersWith(near).flatMap(({ path }) => {
      const page = lookup.tree.page(path);
      return page?.uuid === near ? [page] : [];
    }),
  );
}

function nearUuids({ uuids }: Lookup, wanted: string): readonly string[] {
  const lower = asciiLower(wanted);
  // All letters are alike in either case but for this bit: most UUIDs are told by their first one.
  const begin = wanted.charCodeAt(0) | 0x20;
  const most = Math.min(2, likelySlips(wanted));
  const mayBeNear = sieveFor(wanted, most);
  return nearest(uuids.uuids(), (uuid) => {
    const mayBeSame = uuid.length === wanted.length && (uuid.charCodeAt(0) | 0x20) === begin;
    if (mayBeSame && asciiLower(uuid) === lower) return 0;
    return mayBeNear(uuid) ? distance(wanted, uuid, most) : undefined;
  });
}

/** How unlike two names of files are; `undefined`: the one is not meant for the other. */
export function nameDistance(wanted: string, name: string): number | undefined {
  const [a, b] = [asciiLower(wanted), asciiLower(name)];
  if (a === b) return 0;
  if (stemOf(a) === stemOf(b)) return 1;
  // `photo.jpg` and `paper.pdf` are not meant for one another, however short they are.
  return extensionOf(a) === extensionOf(b)
    ? distance(stemOf(a), stemOf(b), likelySlips(stemOf(a)))
    : undefined;
}
