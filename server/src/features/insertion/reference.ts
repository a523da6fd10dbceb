import type { MentionedFile } from './insertion.ts';

/**
 * How a place writes a file. `uuid`: its UUID; `name`: the name of a file of the page, the UUID of any
 * other; both fall back to the name or Kirby's id, as Kirby does. `id`: never a UUID.
 */
export type ReferenceForm = 'uuid' | 'name' | 'id';

export function referenceTo({ name, id, uuid, isOwn }: MentionedFile, form: ReferenceForm): string {
  const wantsUuid = form === 'uuid' || (form === 'name' && !isOwn);
  if (uuid !== undefined && wantsUuid) return `file://${uuid}`;
  return isOwn ? name : id;
}
