import { text } from 'node:stream/consumers';
import { check } from './check.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import { render } from './render.ts';

/** `kirby-author`: the subcommands. */
const commands: readonly Command[] = [check, decode, encode, render];

const terminal: Terminal = {
  write: (out) => void process.stdout.write(out),
  writeError: (out) => void process.stderr.write(out),
  readInput: () => text(process.stdin),
  isInteractive: process.stdout.isTTY,
  folder: process.cwd(),
};

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.write(help());
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    terminal.write(`${KIRBY_AUTHOR_VERSION}\n`);
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    terminal.writeError(`kirby-author: there is no command "${name}".\n\n${help()}`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    terminal.write(`${command.summary}\n\n${command.usage.join('\n')}\n`);
    return 0;
  }
  try {
    return await command.run(args, terminal);
  } catch (error) {
    // Node's parseArgs names what it does not know in errors of its own.
    const known = error instanceof UsageError || (error instanceof TypeError && 'code' in error);
    const message = error instanceof Error ? (known ? error.message : error.stack) : String(error);
    terminal.writeError(`kirby-author ${name}: ${message ?? ''}\n`);
    return 2;
  }
}

function help(): string {
  const lines = commands.flatMap((command) => [
    ...command.usage.map((usage) => `  ${usage}`),
    `      ${command.summary}`,
    '',
  ]);
  return ['Checks, reads and renders Kirby content files.', '', ...lines].join('\n');
}

/** Set by the bundler from package.json. */
declare const KIRBY_AUTHOR_VERSION: string;

// `exitCode` instead of `exit`: what was written to a pipe arrives whole.
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
