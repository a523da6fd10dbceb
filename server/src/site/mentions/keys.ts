import { endOfPath, nameKey, uuidKey } from '../../kirby/reference/mention-keys.ts';
import type { Site } from '../site.ts';
import type { MentionTarget } from './mentions.ts';

/**
 * What a content file that mentions a page, a file or a user has among its `mentionKeys()`: one of these at
 * least.
 */
export function keysOf(site: Site, target: MentionTarget): readonly number[] {
  const names = [...namesOf(site, target), ...beginningOf(target)].map(nameKey);
  // The id of a user is a name too, whatever stands before it.
  const uuid = target.kind === 'user' ? undefined : target.uuid;
  return uuid === undefined ? names : [...names, uuidKey(uuid)];
}

/**
 * Of an id with a blank or a sign that a path of a text ends at, the name that stands there: `about` of
 * `about us/team`, `q` of `q&a`.
 */
function beginningOf(target: MentionTarget): readonly string[] {
  const end = target.kind === 'page' ? endOfPath(target.id, 0) : 0;
  const path = end === target.id.length ? '' : target.id.slice(0, end);
  return path === '' ? [] : [path.slice(path.lastIndexOf('/') + 1)];
}

/** The names that something is mentioned by: `photo.jpg`, the slugs of all languages, a user's address. */
export function namesOf(site: Site, target: MentionTarget): readonly string[] {
  switch (target.kind) {
    case 'file':
      return [target.name];
    case 'page':
      return [target.slug, ...site.translatedSlugs(target)];
    case 'user':
      return target.email === undefined ? [target.id] : [target.id, target.email];
  }
}
