import { check } from './check.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import { refs } from './refs.ts';
import { render } from './render.ts';
import { unused } from './unused.ts';

/** `kirby-author`: the subcommands. */
const commands: readonly Command[] = [check, refs, unused, decode, encode, render];

/**
 * Runs what a command line says. It is never rejected.
 *
 * @param version what `--version` prints
 * @returns the exit code: 0 clean, 1 problems, 2 could not run
 */
export async function run(
  [name, ...args]: readonly string[],
  terminal: Terminal,
  version: string,
): Promise<number> {
  if (name === undefined) {
    terminal.writeError(help());
    return 2;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    terminal.write(help());
    return 0;
  }
  if (name === '--version') {
    terminal.write(`${version}\n`);
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
    terminal.writeError(`kirby-author ${name}: ${explain(error)}\n`);
    return 2;
  }
}

/** What the user can put right is said in a sentence; our own mistakes come with their stack. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Node's parseArgs names what it does not know in errors of its own.
  const isUsage = error instanceof UsageError || (error instanceof TypeError && 'code' in error);
  return isUsage ? error.message : (error.stack ?? error.message);
}

function help(): string {
  const lines = commands.flatMap((command) => [
    ...command.usage.map((usage) => `  ${usage}`),
    `      ${command.summary}`,
    '',
  ]);
  return ['Checks, reads and renders Kirby content files.', '', ...lines].join('\n');
}
