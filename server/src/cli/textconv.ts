import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readableContent } from '../features/layout-document/readable-content.ts';
import { type Command, UsageError } from './command.ts';
import { textOf } from './input.ts';

export const textconv: Command = {
  name: 'textconv',
  usage: ['kirby-author textconv FILE|-'],
  summary:
    'Prints a content file with its layouts and blocks as readable text, as git diff can show it.',
  operands: 'content',
  options: [],
  examples: [
    {
      line: "git config diff.kirby.textconv 'kirby-author textconv'",
      what: 'From then on git diff shows layouts as they are read.',
    },
  ],
  async run({ operands: [path, ...others] }, terminal) {
    if (path === undefined || others.length > 0) throw new UsageError('Name one content file.');
    const bytes = await (path === '-'
      ? terminal.readInput()
      : readFile(resolve(terminal.folder, path)).catch(() => undefined));
    if (bytes === undefined) throw new UsageError(`The file ${path} cannot be read.`);
    // What is no UTF-8 stays as it is: replaced, two letters would be one, and a change between them none.
    terminal.write(isUtf8(bytes) ? readableContent(textOf(bytes)) : bytes);
    return 0;
  },
};
