import { text } from 'node:stream/consumers';
import { run } from './run.ts';

/** Set by the bundler from package.json. */
declare const KIRBY_AUTHOR_VERSION: string;

const terminal = {
  write: (out: string) => void process.stdout.write(out),
  writeError: (out: string) => void process.stderr.write(out),
  readInput: () => text(process.stdin),
  isInteractive: process.stdout.isTTY,
  folder: process.cwd(),
};

// `exitCode` instead of `exit`: what was written to a pipe arrives whole.
void run(process.argv.slice(2), terminal, KIRBY_AUTHOR_VERSION).then((code) => {
  process.exitCode = code;
});
