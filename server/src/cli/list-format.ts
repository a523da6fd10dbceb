import type { Option } from './command.ts';

/** `--format` of the commands that print a list. */
export const listFormat: Option<'pretty' | 'json'> = {
  name: 'format',
  summary: 'How the list is printed; pretty by default.',
  value: { placeholder: 'FORMAT', choices: ['pretty', 'json'] },
};
