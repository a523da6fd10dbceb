import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/**
 * PHP's command line program: the one that the setting names, else the first that runs among those of
 * PATH, Herd, Homebrew, MAMP, XAMPP and Laragon.
 *
 * @param setting an absolute path, or empty
 */
export async function findPhp(setting: string): Promise<string | undefined> {
  const candidates = setting === '' ? ['php', ...(await usualPlaces())] : [setting];
  for (const candidate of candidates) if (await isPhp(candidate)) return candidate;
  return undefined;
}

/** Whether this is PHP 8 with a command line; nothing of a site is run. */
function isPhp(candidate: string): Promise<boolean> {
  // The program alone, without any ini file and its extensions, says its version.
  return new Promise((resolve) => {
    const options = { cwd: os.tmpdir(), timeout: 5000, windowsHide: true };
    execFile(candidate, ['-n', '-r', 'echo PHP_SAPI, PHP_VERSION;'], options, (error, output) => {
      resolve(error === null && /^cli(?:[89]|\d\d)\./.test(output));
    });
  });
}

async function usualPlaces(): Promise<readonly string[]> {
  const home = os.homedir();
  if (process.platform === 'win32') {
    return [
      path.join(home, '.config', 'herd', 'bin', 'php.exe'),
      'C:\\xampp\\php\\php.exe',
      ...(await laragon()),
    ];
  }
  return [
    path.join(home, 'Library', 'Application Support', 'Herd', 'bin', 'php'),
    '/opt/homebrew/bin/php',
    '/usr/local/bin/php',
    ...(await versionsIn('/Applications/MAMP/bin/php', 'bin/php')),
    '/Applications/XAMPP/xamppfiles/bin/php',
    '/opt/lampp/bin/php',
  ];
}

async function laragon(): Promise<readonly string[]> {
  return [
    ...(await versionsIn('C:\\laragon\\bin\\php', 'php.exe')),
    ...(await versionsIn('C:\\MAMP\\bin\\php', 'php.exe')),
  ];
}

/** The newest version comes first. */
async function versionsIn(folder: string, program: string): Promise<readonly string[]> {
  try {
    const names = (await readdir(folder)).filter((name) => name.startsWith('php'));
    const order = new Intl.Collator('en', { numeric: true });
    return names
      .toSorted((a, b) => order.compare(b, a))
      .map((name) => path.join(folder, name, program));
  } catch {
    return [];
  }
}
