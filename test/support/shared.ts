import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A folder of reference material that stands beside the project on some machines: real sites, the
 * article the project started from. `undefined` where it is not there; tests then say "skipped".
 */
export function sharedFolder(name: string): string | undefined {
  const folder = fileURLToPath(new URL(`../../../shared/${name}`, import.meta.url));
  return existsSync(folder) ? folder : undefined;
}
