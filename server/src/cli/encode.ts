import { parseArgs } from 'node:util';
import { encodeContent } from '../kirby/content/write.ts';
import { isObject, parseJson } from '../kirby/json/value.ts';
import { type Command, UsageError } from './command.ts';

export const encode: Command = {
  name: 'encode',
  usage: ['kirby-author encode [--yaml spyc|symfony] < fields.json'],
  summary: 'Prints the content file that Kirby would write for a JSON object of fields.',
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: { yaml: { type: 'string' } } });
    const { yaml = 'spyc' } = values;
    if (yaml !== 'spyc' && yaml !== 'symfony') {
      throw new UsageError('--yaml is spyc (Kirby’s default) or symfony.');
    }
    const fields = parseJson(await terminal.readInput());
    // PHP writes an object without members as [].
    const isEmptyList = Array.isArray(fields) && fields.length === 0;
    if (!isObject(fields) && !isEmptyList) {
      throw new UsageError('The input is no JSON object of fields, like {"title": "Hello"}.');
    }
    terminal.write(encodeContent(isObject(fields) ? fields : {}, { yamlHandler: yaml }));
    return 0;
  },
};
