import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Where the folder that a web server serves lies, seen from the folder that holds everything. */
const publicFolders = [
  '',
  'public',
  'www',
  'web',
  'htdocs',
  'public_html',
  'html',
  'httpdocs',
  'docroot',
];

/**
 * The folder of the index.php that starts the site of a content file: the nearest one on the way up
 * that mentions Kirby.
 *
 * @param file an absolute path
 * @param top the workspace folder: nothing outside it is looked at
 */
export async function findSite(file: string, top: string): Promise<string | undefined> {
  for (let folder = path.dirname(file); isBelow(folder, top); folder = path.dirname(folder)) {
    for (const name of publicFolders) {
      const root = path.join(folder, name);
      if (await startsKirby(path.join(root, 'index.php'))) return root;
    }
    if (path.dirname(folder) === folder) return undefined;
  }
  return undefined;
}

async function startsKirby(file: string): Promise<boolean> {
  try {
    return /kirby/i.test(await readFile(file, 'utf8'));
  } catch {
    return false;
  }
}

function isBelow(folder: string, top: string): boolean {
  const relative = path.relative(top, folder);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}
