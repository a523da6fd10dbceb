import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type BytesOrText, decodeBytes } from '../kirby/content/bytes.ts';
import { type Command, UsageError } from './command.ts';

export const decode: Command = {
  name: 'decode',
  usage: ['kirby-author decode FILE|-'],
  summary: 'Prints the fields of a content file as a JSON object, as Kirby reads them.',
  operands: 'content',
  options: [],
  examples: [
    { line: 'kirby-author decode content/home/home.txt', what: 'The fields of the home page.' },
    {
      line: 'git show HEAD~1:content/home/home.txt | kirby-author decode -',
      what: 'Those of an older version.',
    },
  ],
  async run({ operands: [path, ...others] }, terminal) {
    if (path === undefined || others.length > 0) {
      throw new UsageError('Name one content file, or - for the input.');
    }
    const bytes = await (path === '-'
      ? terminal.readInput()
      : readFile(resolve(terminal.folder, path)).catch(() => undefined));
    if (bytes === undefined) throw new UsageError(`The file ${path} cannot be read.`);
    const fields = decodeBytes(bytes);
    if (fields.some(({ value }) => typeof value !== 'string')) {
      terminal.writeError(
        'kirby-author decode: the file is not all UTF-8; what is not is shown as �.\n',
      );
    }
    // Written by hand: an object would move names that look like numbers to the front.
    const members = fields.map(
      ({ name, value }) => `  ${JSON.stringify(asText(name))}: ${JSON.stringify(asText(value))}`,
    );
    terminal.write(members.length === 0 ? '{}\n' : `{\n${members.join(',\n')}\n}\n`);
    return 0;
  },
};

function asText(part: BytesOrText): string {
  return typeof part === 'string' ? part : new TextDecoder().decode(part);
}
