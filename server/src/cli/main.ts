import { buffer } from 'node:stream/consumers';
import { run } from './run.ts';

/** Set by the bundler from package.json. */
declare const KIRBY_AUTHOR_VERSION: string;

/** `FORCE_COLOR` asks for colours also where nobody seems to look, as the logs of GitHub show them. */
const forced = !['', '0', 'false'].includes(process.env['FORCE_COLOR'] ?? '');
/** Where nobody asks for them, Node knows what the terminal can, and that `NO_COLOR` asks for none. */
const isColorful = forced || (process.stdout.isTTY && process.stdout.hasColors());

const terminal = {
  write: (out: string | Uint8Array) => void process.stdout.write(out),
  writeError: (out: string) => void process.stderr.write(out),
  readInput: () => buffer(process.stdin),
  isInteractive: isColorful,
  // One that knows no colours does not know how to take a line back either.
  showsProgress: process.stderr.isTTY && process.env['TERM'] !== 'dumb',
  folder: process.cwd(),
  workspace: process.env['GITHUB_WORKSPACE'],
};

/** Whether the output could not be written, so that whatever came of it is worth nothing. */
let isLost = false;

// Whoever has read enough closes the pipe, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  isLost = true;
  process.exitCode = 2;
  process.stderr.write(`kirby-author: the output cannot be written (${error.message}).\n`);
});
// Nobody reads what is said; the exit code tells the rest.
process.stderr.on('error', () => undefined);

// `exitCode` instead of `exit`: what was written to a pipe arrives whole.
void run(process.argv.slice(2), terminal, KIRBY_AUTHOR_VERSION).then((code) => {
  process.exitCode = isLost ? 2 : code;
});
