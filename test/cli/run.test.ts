import { describe, expect, test } from 'vitest';
import { commands } from '../../server/src/cli/commands.ts';
import { kirbyAuthor } from './command-line.ts';

const names = commands.map(({ name }) => name);

describe('the command line', () => {
  test.each([[['--help']], [['-h']], [['help']], [['help', '--help']]])(
    'explains itself on %j',
    async (args) => {
      const { code, output, errors } = await kirbyAuthor(args);
      expect([code, errors]).toEqual([0, '']);
      for (const { name, summary } of commands) {
        expect(output).toContain(`  ${name} `);
        expect(output).toContain(summary.slice(0, summary.indexOf('.')));
      }
    },
  );

  test('explains itself where no command is named, and could not run', async () => {
    const { code, output, errors } = await kirbyAuthor([]);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toBe((await kirbyAuthor(['help'])).output);
  });

  test('prints its version', async () => {
    expect(await kirbyAuthor(['--version'])).toEqual({ code: 0, output: '1.2.3\n', errors: '' });
  });

  test.each([
    [['chekc'], 'there is no command "chekc". Did you mean check?'],
    [['help', 'ref'], 'there is no command "ref". Did you mean refs?'],
    [['xyzzy'], `there is no command "xyzzy". There are ${names.join(', ')}.`],
  ])('knows no other commands: %j', async (args, message) => {
    const { code, output, errors } = await kirbyAuthor(args);
    expect([code, output, errors]).toEqual([2, '', `kirby-author: ${message}\n`]);
  });

  test.each(names)('explains %s with its options and examples', async (name) => {
    const { code, output, errors } = await kirbyAuthor([name, '--help', '--nonsense']);
    expect([code, errors]).toEqual([0, '']);
    expect((await kirbyAuthor(['help', name])).output).toBe(output);
    const command = commands.find((one) => one.name === name);
    for (const line of command?.usage ?? []) expect(output).toContain(line);
    for (const option of command?.options ?? []) {
      expect(output).toContain(`  --${option.name}`);
      expect(output).toContain(option.summary);
    }
    for (const { line, what } of command?.examples ?? []) {
      expect(output).toContain(line);
      expect(output).toContain(what);
    }
    expect(command?.examples.length).toBeGreaterThan(0);
    expect(output).toContain('  2  could not run');
  });

  test.each(names)('of %s knows no other options', async (name) => {
    const { code, output, errors } = await kirbyAuthor([name, '--nonsense']);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toMatch(new RegExp(`^kirby-author ${name}: There is no option --nonsense\\.`));
    expect(errors).not.toContain('    at ');
  });

  test.each([
    [['check', '--formt', 'json'], 'There is no option --formt. Did you mean --format?'],
    [['check', '--max'], 'There is no option --max. Did you mean --max-warnings?'],
    [['check', '--format', 'jsno'], 'Did you mean json?'],
    [
      ['check', '--rule', 'missing-fil=off'],
      'There is no rule "missing-fil". Did you mean missing-file?',
    ],
    [['check', '--format', '--fix'], '--format needs a value: --format FORMAT.'],
    [['check', '--fix=yes'], '--fix takes no value.'],
    [['encode', 'fields.json'], 'The fields are read from the input: encode < fields.json'],
    [['encode', '-x'], 'There is no option -x. There are --yaml.'],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, output, errors } = await kirbyAuthor(args);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain(message);
  });

  test('takes what follows -- for names of files', async () => {
    const { errors } = await kirbyAuthor(['decode', '--', '--help']);
    expect(errors).toBe('kirby-author decode: The file --help cannot be read.\n');
  });
});
