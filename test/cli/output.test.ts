import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderWith } from './command-line.ts';

const bundle = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

// Lines of a file, of which a pipe holds only a part.
const pages = Array.from({ length: 400 }, (_, page) => [
  `content/${String(page)}_page/article.txt`,
  'Blocks: [{"type":"line","isHidden":"false"}]',
]);
const site = folderWith(
  Object.fromEntries([...pages, ['content/site.txt', '']]) as Record<string, string>,
);

/** What Bash says of a line in which `$check` checks the site: the exit code of the check, and the errors. */
function bash(line: string, env: NodeJS.ProcessEnv = {}): readonly [code: string, errors: string] {
  const { stdout, stderr } = spawnSync('bash', ['-c', `${line}; echo "code \${PIPESTATUS[0]}"`], {
    cwd: site,
    encoding: 'utf8',
    env: {
      ...process.env,
      FORCE_COLOR: undefined,
      check: `${process.execPath} ${bundle} check`,
      ...env,
    },
  });
  return [/code (\d+)\n$/u.exec(stdout)?.[1] ?? stdout, stderr];
}

const canRun = existsSync(bundle) && existsSync('/dev/full');

describe.skipIf(!canRun)('what check writes', () => {
  test('may be read in part, and fails all the same', () => {
    expect(bash('$check | head -1')).toEqual(['1', '']);
    expect(bash('$check | true')).toEqual(['1', '']);
    expect(bash('$check --format json 2>&1 | true')).toEqual(['1', '']);
    expect(bash('$check nowhere 2>&1 | true')).toEqual(['2', '']);
  });

  test('is told of in a sentence where it finds no room', () => {
    const [code, errors] = bash('$check > /dev/full');
    expect(code).toBe('2');
    expect(errors).toMatch(/^kirby-author: the output cannot be written \(ENOSPC[^\n]*\)\.\n$/u);
  });

  test('has colours on a terminal that knows them, and where they are asked for', () => {
    const colored = ' | grep --quiet "$(printf "\\033")" && echo colored >&2';
    const onTerminal = `script --quiet --command "$check" /dev/null${colored}`;
    expect(bash(`$check${colored}`)[1]).toBe('');
    expect(bash(`$check${colored}`, { FORCE_COLOR: '1' })[1]).toBe('colored\n');
    expect(bash(`$check${colored}`, { FORCE_COLOR: '0' })[1]).toBe('');
    expect(bash(onTerminal, { TERM: 'xterm' })[1]).toBe('colored\n');
    expect(bash(onTerminal, { TERM: 'dumb' })[1]).toBe('');
  });

  test('need not be read where it cannot run', () => {
    expect(bash('$check nowhere 2> /dev/full')).toEqual(['2', '']);
  });
});
