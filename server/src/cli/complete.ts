import { type Command, UsageError } from './command.ts';
import { shells } from './completion/index.ts';
import { didYouMean } from './given.ts';

const names = shells.map(({ name }) => name);

/** @param commands all commands, of which the script is made */
export function completion(commands: () => readonly Command[]): Command {
  return {
    name: 'completion',
    usage: [`kirby-author completion ${names.join('|')}`],
    summary: 'Prints a script that completes commands and options in a shell.',
    operands: names,
    options: [],
    examples: shells.map(({ install, where }) => ({ line: install, what: where })),
    run({ operands: [given, ...others] }, terminal) {
      const shell = shells.find(({ name }) => name === given);
      if (shell === undefined || others.length > 0) {
        const hint = given === undefined ? '' : didYouMean(given, names);
        throw new UsageError(`Name one shell: ${names.join(', ')}.${hint}`);
      }
      terminal.write(shell.script(commands()));
      return 0;
    },
  };
}
