import { encodeContent, type Fields } from '../kirby/content/write.ts';
import { parseJsonTree } from '../kirby/json/tree.ts';
import { isArray, isObject, type JsonValue, parseJson } from '../kirby/json/value.ts';
import { textOf } from './input.ts';
import { type Command, type Option, UsageError } from './command.ts';

const yaml: Option<'spyc' | 'symfony'> = {
  name: 'yaml',
  summary: 'The engine of `yaml.handler`, which writes lists and objects; spyc by default.',
  value: { placeholder: 'ENGINE', choices: ['spyc', 'symfony'] },
};

export const encode: Command = {
  name: 'encode',
  usage: ['kirby-author encode [--yaml spyc|symfony] < fields.json'],
  summary: 'Prints the content file that Kirby would write for a JSON object of fields.',
  operands: 'none',
  options: [yaml],
  examples: [
    {
      line: `echo '{"title": "Hello"}' | kirby-author encode > content/home/home.txt`,
      what: 'Writes a content file.',
    },
  ],
  async run(given, terminal) {
    const [extra] = given.operands;
    if (extra !== undefined) {
      throw new UsageError(`The fields are read from the input: encode < ${extra}`);
    }
    const yamlHandler = given.choice(yaml) ?? 'spyc';
    const fields = fieldsIn(textOf(await terminal.readInput()).replace(/^\uFEFF/u, ''));
    if (fields === undefined) {
      throw new UsageError('The input is no JSON object of fields, like {"title": "Hello"}.');
    }
    terminal.write(encodeContent(fields, { yamlHandler }));
    return 0;
  },
};

/**
 * The fields in the order of the text, which an object of JavaScript would not keep: it moves names
 * that look like numbers to the front. A list of pairs will do as well; the empty list is what PHP
 * writes for no fields at all.
 */
function fieldsIn(text: string): Fields | undefined {
  const value = parseJson(text);
  if (isArray(value)) return value.every(isField) ? value : undefined;
  const tree = isObject(value) ? parseJsonTree(text) : undefined;
  if (tree?.kind !== 'object') return undefined;
  return tree.members.map(({ key, value: node }): Field => [
    key,
    (node && parseJson(text.slice(node.span.start, node.span.end))) ?? null,
  ]);
}

type Field = readonly [name: string, value: JsonValue];

function isField(value: JsonValue): value is Field {
  return isArray(value) && value.length === 2 && typeof value[0] === 'string';
}
