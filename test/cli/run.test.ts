import { describe, expect, test } from 'vitest';
import { kirbyAuthor } from './command-line.ts';

const names = ['check', 'decode', 'encode', 'render'];

describe('the command line', () => {
  test.each([['--help'], ['-h'], ['help']])('explains itself on %s', async (word) => {
    const { code, output, errors } = await kirbyAuthor([word]);
    expect([code, errors]).toEqual([0, '']);
    for (const name of names) expect(output).toContain(`kirby-author ${name}`);
  });

  test('explains itself where no command is named, and could not run', async () => {
    const { code, output, errors } = await kirbyAuthor([]);
    expect([code, output]).toEqual([2, '']);
    for (const name of names) expect(errors).toContain(`kirby-author ${name}`);
  });

  test('prints its version', async () => {
    expect(await kirbyAuthor(['--version'])).toEqual({ code: 0, output: '1.2.3\n', errors: '' });
  });

  test('knows no other commands', async () => {
    const { code, output, errors } = await kirbyAuthor(['chekc']);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain('there is no command "chekc"');
  });

  test.each(names)('explains %s, and does nothing else', async (name) => {
    const { code, output, errors } = await kirbyAuthor([name, '--help', '--nonsense']);
    expect([code, errors]).toEqual([0, '']);
    expect(output).toContain(`kirby-author ${name}`);
  });

  test.each(names)('of %s knows no other options', async (name) => {
    const { code, output, errors } = await kirbyAuthor([name, '--nonsense']);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain(`kirby-author ${name}: `);
    expect(errors).toContain('--nonsense');
    expect(errors).not.toContain('    at ');
  });
});
