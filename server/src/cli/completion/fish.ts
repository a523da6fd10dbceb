import type { Command, Option } from '../command.ts';
import type { Shell } from './index.ts';
import { purpose, quoted as posix, wordsAfter } from './words.ts';

export const fish: Shell = {
  name: 'fish',
  install: 'kirby-author completion fish | source',
  where: 'In the settings of fish.',
  script: (commands) => {
    const names = commands.map(({ name }) => name).join(' ');
    return `# Completion of kirby-author: kirby-author completion fish | source
complete -c kirby-author -f
${commands.map(commandLine).join('')}complete -c kirby-author -n __fish_use_subcommand -a help -d 'Explains a command'
complete -c kirby-author -n '__fish_seen_subcommand_from help' -a ${posix(names)}
${commands.flatMap((command) => [besides(command), ...command.options.map((option) => optionLine(command, option))]).join('')}`;
  },
};

function commandLine(command: Command): string {
  return `complete -c kirby-author -n __fish_use_subcommand -a ${command.name} -d ${quoted(purpose(command))}\n`;
}

function besides({ name, operands }: Command): string {
  if (operands === 'none') return '';
  const what = typeof operands === 'string' ? '-F' : `-a ${quoted(operands.join(' '))}`;
  return `${within(name)} ${what}\n`;
}

function optionLine({ name }: Command, option: Option): string {
  const { value } = option;
  const words = wordsAfter(option);
  const isSwitch = value === undefined || value.isOptional === true;
  const takes = isSwitch ? '' : value.takes === undefined ? ' -x' : ' -r -F';
  const list = words === undefined ? '' : ` -a ${quoted(words.join(' '))}`;
  return `${within(name)} -l ${option.name}${takes}${list} -d ${quoted(option.summary)}\n`;
}

function within(name: string): string {
  return `complete -c kirby-author -n '__fish_seen_subcommand_from ${name}'`;
}

/** Fish knows a backslash in single quotes. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", `\\'`)}'`;
}
