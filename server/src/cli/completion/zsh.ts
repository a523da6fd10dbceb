import type { Command, Option } from '../command.ts';
import type { Shell } from './index.ts';
import { purpose, quoted, wordsAfter } from './words.ts';

export const zsh: Shell = {
  name: 'zsh',
  install: 'source <(kirby-author completion zsh)',
  where: 'In the settings of zsh, behind compinit.',
  script: (commands) => `#compdef kirby-author
# Completion of kirby-author: source <(kirby-author completion zsh), after compinit; or a file
# _kirby-author in a folder of $fpath.
_kirby_author() {
  local -a commands=(
${commands.map((command) => `    ${quoted(`${command.name}:${plain(purpose(command))}`)}\n`).join('')}    'help:Explains a command'
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(argumentsOf).join('')}  help) _describe command commands ;;
  esac
}
if [[ $funcstack[1] == _kirby-author ]]; then
  _kirby_author "$@"
else
  compdef _kirby_author kirby-author
fi
`,
};

function argumentsOf({ name, options, operands }: Command): string {
  const beside =
    typeof operands !== 'string'
      ? [quoted(`1:word:(${operands.join(' ')})`)]
      : operands === 'none'
        ? []
        : [quoted('*:file:_files')];
  const parts = [...options.map((option) => quoted(described(option))), ...beside];
  return `  ${name})\n    _arguments ${parts.map((part) => `\\\n      ${part}`).join(' ')}\n    ;;\n`;
}

/** `--format=[How problems are printed]:FORMAT:(pretty json)`; `*` in front: as often as wished. */
function described(option: Option): string {
  const { name, summary, value } = option;
  const text = `[${plain(summary)}]`;
  if (value === undefined) return `--${name}${text}`;
  const words = wordsAfter(option);
  const action =
    words !== undefined
      ? `(${words.join(' ')})`
      : value.takes === 'folder'
        ? '_files -/'
        : value.takes === 'file'
          ? '_files'
          : ' ';
  return value.isOptional === true
    ? `--${name}=-${text}::${value.placeholder}:${action}`
    : `*--${name}=${text}:${value.placeholder.replace(/[^A-Z]+/gu, ' ')}:${action}`;
}

/** Without the characters that mean something in a description. */
function plain(text: string): string {
  return text.replace(/[[\]:\\]/gu, ' ').replaceAll('`', '');
}
