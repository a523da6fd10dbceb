import { realpathSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import path from 'node:path';

/**
 * Whether a link leads back to a folder that it lies in. Whoever went on there would come by again and
 * again; two such links in one folder would be two ways at each turn.
 *
 * @param link an absolute path, as it is walked: with links in it
 * @returns `true` as well for a link that leads nowhere
 */
export function leadsBack(link: string): boolean {
  try {
    const target = realpathSync(link);
    return foldersAround(link).some((folder) => realpathSync(folder) === target);
  } catch {
    return true;
  }
}

/** The same, for a thread that must not wait. */
export async function leadsBackLater(link: string): Promise<boolean> {
  try {
    const target = await realpath(link);
    for (const folder of foldersAround(link)) {
      if ((await realpath(folder)) === target) return true;
    }
    return false;
  } catch {
    return true;
  }
}

/** The folders that a path lies in, the innermost first. */
function foldersAround(file: string): readonly string[] {
  const folders: string[] = [];
  for (let at = file; path.dirname(at) !== at; at = path.dirname(at))
    folders.push(path.dirname(at));
  return folders;
}
