import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderWith } from './command-line.ts';

const bundle = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const twins = 'Blocks: [{"id":"a","type":"line"},{"id":"a","type":"line"}]';
const article = 'content/1_first/article.txt';

/** A site whose page has these permissions. */
function siteWithPage(mode: number): string {
  const site = folderWith({ 'content/site.txt': 'Title: Site', [article]: twins });
  for (const file of ['', 'content', 'content/1_first']) chmodSync(path.join(site, file), 0o755);
  chmodSync(path.join(site, article), mode);
  return site;
}

/** The command as somebody to whom the system may refuse a file, which it never does to its administrator. */
function kirbyAuthor(folder: string, ...args: readonly string[]): readonly [number | null, string] {
  const isRoot = process.getuid?.() === 0;
  const { status, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    cwd: folder,
    encoding: 'utf8',
    ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
  });
  return [status, stderr];
}

const check = (site: string, ...args: readonly string[]): readonly [number | null, string] =>
  kirbyAuthor(site, 'check', ...args);

// Windows knows no such permissions. The bundle may lie where nobody else may look.
const canRun = process.platform !== 'win32' && kirbyAuthor('/', '--version')[0] === 0;

describe.skipIf(!canRun)('check', () => {
  test('says which file it may not write', () => {
    const site = siteWithPage(0o444);
    const message = `kirby-author check: The file ${article} cannot be written (EACCES).\n`;
    expect(check(site, '--fix')).toEqual([2, message]);
    expect(readFileSync(path.join(site, article), 'utf8')).toBe(twins);
  });

  test.each([[[]], [[article]]])('does not pass over a file that it may not read: %j', (paths) => {
    const site = siteWithPage(0o000);
    const file = path.join(site, article);
    expect(check(site, ...paths)).toEqual([
      2,
      `kirby-author check: The file ${file} cannot be read.\n`,
    ]);
  });

  test.each(['check', 'unused'])('does not pass over a folder that it may not read: %s', (name) => {
    const site = siteWithPage(0o644);
    const folder = path.join(site, 'content/1_first');
    chmodSync(folder, 0o700);
    // The administrator's, to whom the file belongs, is another one.
    if (process.getuid?.() !== 0) chmodSync(folder, 0o000);
    const outcome = kirbyAuthor(site, name);
    chmodSync(folder, 0o755);
    expect(outcome).toEqual([2, `kirby-author ${name}: The folder ${folder} cannot be read.\n`]);
  });
});
