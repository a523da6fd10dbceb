// The content that several steps are about, and where its files are.
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const article = 'magazine/content/magazines/1_reparer-ensemble/1_avant-propos/article.txt';
export const allBlocks =
  'magazine/content/magazines/2_carnet-d-atelier/1_toutes-les-briques/article.txt';
export const broken = 'broken/content/01_unescaped-quote/article.txt';

/**
 * @param manifest that of the extension
 * @param workspace the copy of the fixtures
 * @returns the name of the content's language, the path of a file by its name from the workspace on with
 *   forward slashes, and what such a file holds on the disk
 */
export function contentOf({ manifest, workspace }) {
  const [language] = manifest.contributes.languages[0].aliases;
  const pathOf = (name) => path.join(workspace.folder, ...name.split('/'));
  return { language, pathOf, onDisk: (name) => readFileSync(pathOf(name), 'utf8') };
}
