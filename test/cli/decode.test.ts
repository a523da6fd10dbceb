import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { vectors } from '../support/vectors.ts';
import { folderWith, kirbyAuthor, type Outcome } from './command-line.ts';

const latin1 = Buffer.from('Title: café\n----\nText: ok', 'latin1');

const folder = folderWith({
  'ordered.txt': 'Zeta: 1\n----\n10: ten\n----\nAlpha: 2\n----\n2: two\n----\nZeta: 3',
  'empty.txt': '',
  'latin1.txt': latin1,
  'mark.txt': '\uFEFFTitle: a',
});

const decode = (...args: readonly string[]): Promise<Outcome> =>
  kirbyAuthor(['decode', ...args], { folder });

describe('decode', () => {
  test('prints the fields in Kirby’s order, also those whose names look like numbers', async () => {
    const { code, output } = await decode('ordered.txt');
    expect(code).toBe(0);
    expect(output).toBe('{\n  "zeta": "3",\n  "10": "ten",\n  "alpha": "2",\n  "2": "two"\n}\n');
  });

  test('prints an empty object for an empty file', async () => {
    expect(await decode('empty.txt')).toEqual({ code: 0, output: '{}\n', errors: '' });
  });

  test('takes no byte order mark for a name', async () => {
    expect(JSON.parse((await decode('mark.txt')).output)).toEqual({ title: 'a' });
  });

  test('reads files that are not UTF-8, and says so', async () => {
    const { code, output, errors } = await decode('latin1.txt');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toEqual({ title: 'caf\uFFFD', text: 'ok' });
    expect(errors).toContain('not all UTF-8');
  });

  test('reads absolute paths', async () => {
    const { output } = await decode(path.join(folder, 'mark.txt'));
    expect(JSON.parse(output)).toEqual({ title: 'a' });
  });

  test.each<readonly [string, readonly string[], string]>([
    ['no file', [], 'Name one content file, or - for the input.'],
    ['two files', ['empty.txt', 'mark.txt'], 'Name one content file, or - for the input.'],
    ['a file that is not there', ['none.txt'], 'The file none.txt cannot be read.'],
    ['a folder', ['.'], 'The file . cannot be read.'],
  ])('cannot run with %s', async (_name, args, message) => {
    expect(await decode(...args)).toEqual({
      code: 2,
      output: '',
      errors: `kirby-author decode: ${message}\n`,
    });
  });
});

interface Decoding {
  readonly fields: Readonly<Record<string, string>>;
  readonly keys: readonly string[];
}

describe('files are decoded as Kirby decodes them', () => {
  const cases = vectors('decode').map(({ name, request, result }, index) => {
    const { text, text_b64: bytes } = request as {
      readonly text?: string;
      readonly text_b64?: string;
    };
    const content = text ?? Buffer.from(bytes ?? '', 'base64');
    return { name, file: `${index}.txt`, content, answer: result as Decoding };
  });
  const files = folderWith(Object.fromEntries(cases.map(({ file, content }) => [file, content])));

  test.each(cases)('$name', async ({ file, answer }) => {
    const { code, output } = await kirbyAuthor(['decode', file], { folder: files });
    expect(code).toBe(0);
    expect(JSON.parse(output)).toEqual({ ...answer.fields });
    const keys = [...output.matchAll(/^ {2}("(?:[^"\\]|\\.)*"): "/gmu)].map(
      ([, key = '']) => JSON.parse(key) as unknown,
    );
    expect(keys).toEqual(answer.keys.map(String));
  });
});

test('the input can be decoded as well, byte order mark and all', async () => {
  const input = Buffer.from('\uFEFFTitle: Caf\u00e9\n\n----\n\nText: b', 'utf8');
  const { code, output } = await kirbyAuthor(['decode', '-'], { input });
  expect(code).toBe(0);
  expect(JSON.parse(output)).toEqual({ title: 'Café', text: 'b' });
});
