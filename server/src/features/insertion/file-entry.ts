import type { FileEntry } from '../../site/site.ts';
import { joinPath } from '../../site/site-path.ts';
import type { Owner } from '../completion/candidates.ts';

/** A file that the site does not know yet: one about to be made, or one that has just come. */
export function fileEntry(
  owner: Owner,
  name: string,
  {
    uuid,
    template,
  }: { readonly uuid?: string | undefined; readonly template?: string | undefined },
): FileEntry {
  return {
    kind: 'file',
    path: joinPath(owner.folder, name),
    name,
    id: owner.kind === 'page' ? `${owner.id}/${name}` : name,
    uuid,
    hasBinary: true,
    metadata: undefined,
    content: template === undefined ? {} : { template },
  };
}
