import { type Command, explain, type Terminal } from './command.ts';
import { commands } from './commands.ts';
import { didYouMean, readArguments } from './given.ts';
import { helpOf, helpOfAll } from './help.ts';

/**
 * Runs what a command line says. It is never rejected.
 *
 * @param version what `--version` prints
 * @returns the exit code: 0 done, 1 problems, 2 could not run
 */
export async function run(
  [name, ...args]: readonly string[],
  terminal: Terminal,
  version: string,
): Promise<number> {
  if (name === undefined) {
    terminal.writeError(helpOfAll(commands));
    return 2;
  }
  if (name === '--version' || name === '-V') {
    terminal.write(`${version}\n`);
    return 0;
  }
  if (asksForHelp([name]) || name === 'help') {
    return help(asksForHelp(args) ? undefined : args[0], terminal);
  }
  const command = commandNamed(name, terminal);
  if (command === undefined) return 2;
  if (asksForHelp(args)) return help(name, terminal);
  try {
    return await command.run(readArguments(args, command.options), terminal);
  } catch (error) {
    terminal.writeError(`kirby-author ${name}: ${explain(error)}\n`);
    return 2;
  }
}

function help(name: string | undefined, terminal: Terminal): number {
  if (name === undefined) {
    terminal.write(helpOfAll(commands));
    return 0;
  }
  const command = commandNamed(name, terminal);
  if (command === undefined) return 2;
  terminal.write(helpOf(command));
  return 0;
}

/** The command of a name; where there is none, that is said. */
function commandNamed(name: string, terminal: Terminal): Command | undefined {
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    const names = commands.map((candidate) => candidate.name);
    const hint = didYouMean(name, names) || ` There are ${names.join(', ')}.`;
    terminal.writeError(`kirby-author: there is no command "${name}".${hint}\n`);
  }
  return command;
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}
