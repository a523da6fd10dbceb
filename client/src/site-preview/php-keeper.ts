// A process between the editor and PHP's server: when the editor is gone, however it ended, the
// channel to it closes, and everything that PHP started is ended as well. Where the editor had no time
// to say so, nobody else removes the folder that has unsaved texts and pictures of the site in it.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

let php: ChildProcess | undefined;
/** Whether the editor takes care of the folder itself. */
let isTold = false;

process.on('message', (message: unknown) => {
  if (message === 'end') isTold = true;
  if (php !== undefined || !Array.isArray(message)) return;
  const words: readonly unknown[] = message;
  const [command, ...rest] = words.filter((word) => typeof word === 'string');
  if (command === undefined) return;
  // A group of its own, which is ended as a whole.
  const detached = process.platform !== 'win32';
  php = spawn(command, rest, {
    detached,
    stdio: ['ignore', 'ignore', 'ignore'],
    windowsHide: true,
  });
  process.send?.(php.pid ?? 0);
  php.once('error', () => process.exit(1));
  php.once('exit', () => {
    if (!process.connected && !isTold) removeFolder();
    process.exit(0);
  });
});
process.once('disconnect', end);
process.once('SIGTERM', end);
process.once('SIGINT', end);

function end(): void {
  const pid = php?.pid;
  if (pid === undefined) process.exit(0);
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
  } else {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
  // PHP's own end is ours, too; one that cannot be ended is left.
  setTimeout(() => process.exit(1), 3000);
}

function removeFolder(): void {
  const folder = process.env['KIRBY_AUTHOR_FOLDER'];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
