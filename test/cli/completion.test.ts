import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, kirbyAuthor } from './command-line.ts';

const folder = folderWith({ 'a page.txt': '', 'b/': '' });

async function script(shell: string): Promise<string> {
  const file = path.join(folder, `completion.${shell}`);
  const { code, output } = await kirbyAuthor(['completion', shell]);
  expect(code).toBe(0);
  writeFileSync(file, output);
  return file;
}

function isThere(shell: string): boolean {
  return spawnSync(shell, ['--version']).status === 0;
}

/** Runs a program of a shell; what it has to say about errors must be nothing. */
function run(shell: string, args: readonly string[]): readonly string[] {
  const { stdout, stderr } = spawnSync(shell, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 15_000,
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

/** What is typed, and what is offered; the last word is the one that is completed. */
const cases: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['ch'], ['check']],
  [['he'], ['help']],
  [['help', 'ref'], ['refs']],
  [['check', '--fo'], ['--format']],
  [['check', '--format', 's'], ['sarif']],
  [['check', '--rule', 'missing-bin'], ['missing-binary=off']],
  [['check', 'content', '--fix-'], ['--fix-dry-run']],
  [
    ['encode', '--yaml', ''],
    ['spyc', 'symfony'],
  ],
  [['lsp', '--st'], ['--stdio']],
  [['completion', 'f'], ['fish']],
];

describe.skipIf(!isThere('bash'))('completion in bash', () => {
  const complete = async (words: readonly string[]): Promise<readonly string[]> => {
    const program = `source "$1"; shift; COMP_WORDS=(kirby-author "$@"); COMP_CWORD=$#
      _kirby_author; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return run('bash', ['--norc', '-c', program, 'bash', await script('bash'), ...words]);
  };

  test.each(cases)('offers for %j %j', async (words, expected) => {
    expect(await complete(words)).toEqual(expected);
  });

  test('knows a value behind an equals sign, which bash takes for words', async () => {
    expect(await complete(['check', '--format', '='])).toContain('junit');
    expect(await complete(['check', '--format', '=', 'ju'])).toEqual(['junit']);
  });

  test('leaves files to bash', async () => {
    expect(await complete(['check', 'a'])).toEqual([]);
  });
});

describe.skipIf(!isThere('fish'))('completion in fish', () => {
  const complete = async (words: readonly string[]): Promise<readonly string[]> => {
    const line = ['kirby-author', ...words].join(' ');
    const program = `source ${await script('fish')}; complete -C '${line}'`;
    const offered = run('fish', ['--no-config', '-c', program]);
    // Behind a tab stands what it is for.
    return offered.map((one) => one.split('\t')[0] ?? '');
  };

  test.each(cases)('offers for %j %j', async (words, expected) => {
    expect(await complete(words)).toEqual(expected);
  });

  test('offers files', async () => {
    expect(await complete(['check', 'a'])).toEqual(['a page.txt']);
    expect(await complete(['encode', 'a'])).toEqual([]);
  });
});

describe.skipIf(!isThere('zsh'))('completion in zsh', () => {
  /**
   * Types a line into a shell of a terminal of its own, where completion happens only, and asks for a
   * list of what is offered.
   */
  const program = `
    zmodload zsh/zpty
    zpty shell zsh -f
    zpty -w shell "autoload -U compinit && compinit -D; PS1=; source $1"
    zpty -w shell "bindkey '^I' list-choices"
    zpty -w shell "echo be''gin"
    zpty -r shell seen '*begin*'
    zpty -n -w shell "$2"$'\\t'
    zpty -r shell seen "*$3*" && print found
    zpty -d shell`;

  test.each([
    ['kirby-author c', 'completion'],
    ['kirby-author check --f', '--fix-dry-run'],
    ['kirby-author check --format ', 'sarif'],
    ['kirby-author check --rule missing-b', 'missing-binary=off'],
    ['kirby-author completion ', 'fish'],
    ['kirby-author check ', 'completion.zsh'],
  ])('offers for "%s" %s', async (line, expected) => {
    const file = await script('zsh');
    expect(run('zsh', ['-f', '-c', program, 'zsh', file, line, expected])).toEqual(['found']);
  });
});

test('of another shell is not to be had', async () => {
  for (const args of [['fihs'], [], ['bash', 'zsh']]) {
    const { code, errors } = await kirbyAuthor(['completion', ...args]);
    expect(code).toBe(2);
    expect(errors).toContain('Name one shell: bash, zsh, fish.');
  }
});
