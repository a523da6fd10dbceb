import { describe, expect, test } from 'vitest';
import { vectors } from '../support/vectors.ts';
import { folderWith, kirbyAuthor, type Outcome } from './command-line.ts';

const encode = (input: string, ...args: readonly string[]): Promise<Outcome> =>
  kirbyAuthor(['encode', ...args], { input });

describe('encode', () => {
  test('writes the fields in the order of the input, also those whose names look like numbers', async () => {
    const { code, output } = await encode('{"zeta":"1","10":"ten","alpha":2,"2":true}');
    expect(code).toBe(0);
    expect(output.split('\n\n----\n\n')).toEqual(['Zeta: 1', '10: ten', 'Alpha: 2', '2: 1']);
  });

  test('minds no byte order mark, which some editors write', async () => {
    expect((await encode('\uFEFF{"title":"a"}')).output).toBe('Title: a');
  });

  test('takes a list of names and values as well', async () => {
    const { output } = await encode('[["b","1"],["2","x"],["a",["c"]]]');
    expect(output).toBe('B: 1\n\n----\n\n2: x\n\n----\n\nA: - c');
  });

  test('takes the last of two equal names, as PHP does', async () => {
    const { output } = await encode('{"a":"1","b":"2","a":"3"}');
    expect(output).toBe('A: 3\n\n----\n\nB: 2');
  });

  test('writes nothing for no fields, which PHP writes as a list', async () => {
    expect(await encode('{}')).toEqual({ code: 0, output: '', errors: '' });
    expect(await encode('[]\n')).toEqual({ code: 0, output: '', errors: '' });
  });

  test.each(['', 'Title: a', '[1]', '[["a"]]', '{"a":1}{', '"a"', 'null', '7', '{"a":}'])(
    'cannot run with %j',
    async (input) => {
      const { code, output, errors } = await encode(input);
      expect([code, output]).toEqual([2, '']);
      expect(errors).toContain('no JSON object of fields');
    },
  );

  test('knows two ways to write YAML', async () => {
    const input = '{"tags":["a b","c"]}';
    expect((await encode(input, '--yaml', 'symfony')).output).toContain('a b');
    expect((await encode(input, '--yaml', 'other')).code).toBe(2);
  });
});

test('what was decoded is written as it was', async () => {
  const text = 'Zeta: 1\n\n----\n\n10: ten\n\n----\n\nText:\n\na\n\\----\nb\n\n----\n\n2: é 😀';
  const folder = folderWith({ 'a.txt': text });
  const { output } = await kirbyAuthor(['decode', 'a.txt'], { folder });
  expect((await encode(output)).output).toBe(text);
});

describe('fields are encoded as Kirby encodes them', () => {
  const cases = vectors('encode').map(({ name, request, result }) => {
    const { fields, options } = request as {
      readonly fields: object;
      readonly options?: Readonly<Record<string, string>>;
    };
    const yaml = options?.['yaml.handler'];
    return {
      name,
      input: JSON.stringify(fields),
      args: yaml === undefined ? [] : ['--yaml', yaml],
      text: (result as { readonly text: string }).text,
    };
  });

  test.each(cases)('$name', async ({ input, args, text }) => {
    expect(await encode(input, ...args)).toEqual({ code: 0, output: text, errors: '' });
  });
});
