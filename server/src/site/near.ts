import { distance, likelySlips, nearest } from '../kirby/text/near.ts';
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
  const most = Math.min(2, likelySlips(wanted));
  return nearest(uuids.uuids(), (uuid) =>
    uuid.length === wanted.length && asciiLower(uuid) === lower ? 0 : distance(wanted, uuid, most),
  );
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
