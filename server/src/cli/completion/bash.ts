import type { Command, Option } from '../command.ts';
import type { Shell } from './index.ts';
import { quoted, wordsAfter } from './words.ts';

export const bash: Shell = {
  name: 'bash',
  install: 'source <(kirby-author completion bash)',
  where: 'In the settings of bash.',
  script: (commands) => `# Completion of kirby-author: source <(kirby-author completion bash)
_kirby_author() {
  local word=\${COMP_WORDS[COMP_CWORD]} last=\${COMP_WORDS[COMP_CWORD - 1]} words
  COMPREPLY=()
  # Bash takes --format=json for three words.
  if [[ $word == = ]]; then
    word=
  elif [[ $last == = ]]; then
    last=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if [[ $COMP_CWORD -eq 1 ]]; then
    words=${quoted([...commands.map(({ name }) => name), 'help'].join(' '))}
  else
    case "\${COMP_WORDS[1]} $last" in
${commands.flatMap(valuesOf).join('')}    *)
      case "\${COMP_WORDS[1]} $word" in
${commands.flatMap(partsOf).join('')}      'help '*) words=${quoted(commands.map(({ name }) => name).join(' '))} ;;
      *) return ;;
      esac
      ;;
    esac
  fi
  # The Bash of macOS has none.
  compopt +o default +o bashdefault 2> /dev/null
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -o bashdefault -F _kirby_author kirby-author
`,
};

/** What follows an option. Nothing is said where it is a file: those Bash knows itself. */
function valuesOf({ name, options }: Command): readonly string[] {
  return options.flatMap((option) => {
    if (option.value === undefined) return [];
    const pattern = quoted(`${name} --${option.name}`);
    const words = wordsAfter(option)?.join(' ');
    if (words !== undefined) return [`    ${pattern}) words=${quoted(words)} ;;\n`];
    if (option.value.takes !== undefined) return [`    ${pattern}) return ;;\n`];
    return option.value.isOptional === true ? [] : [`    ${pattern}) words= ;;\n`];
  });
}

/** Options, or what stands beside them. */
function partsOf({ name, options, operands }: Command): readonly string[] {
  const flags = [...options.map(flag), '--help'].join(' ');
  const beside = typeof operands === 'string' ? undefined : operands.join(' ');
  return [
    `      ${quoted(`${name} -`)}*) words=${quoted(flags)} ;;\n`,
    ...(beside === undefined && operands !== 'none'
      ? []
      : [`      ${quoted(`${name} `)}*) words=${quoted(beside ?? '')} ;;\n`]),
  ];
}

function flag({ name }: Option): string {
  return `--${name}`;
}
