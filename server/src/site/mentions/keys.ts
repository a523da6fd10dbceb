import { nameKey, uuidKey } from '../../kirby/reference/mention-keys.ts';
import type { FileEntry, PageEntry, Site } from '../site.ts';

/**
 * What a content file that mentions a page or a file has among its `mentionKeys()`: one of these at
 * least.
 */
export function keysOf(site: Site, target: FileEntry | PageEntry): readonly number[] {
  const { uuid } = target;
  const names = namesOf(site, target).map(nameKey);
  return uuid === undefined ? names : [...names, uuidKey(uuid)];
}

/** The names that a file or a page is mentioned by: `photo.jpg`, the slugs of all languages. */
export function namesOf(site: Site, target: FileEntry | PageEntry): readonly string[] {
  return target.kind === 'file' ? [target.name] : [target.slug, ...site.translatedSlugs(target)];
}
