import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Report } from '../../server/src/cli/report.ts';
import { folderWith, kirbyAuthor, type Outcome } from './command-line.ts';

const hidden = 'Blocks: [{"type":"line","isHidden":"false"}]';
const repository = folderWith({
  'web/content/site.txt': 'Title: Site',
  'web/content/1_old/article.txt': hidden,
  'web/content/2_gone/article.txt': hidden,
  'web/content/3_é b/article.txt': 'Title: Clean',
  'web/content/4_branch/article.txt': 'Title: Clean',
  'web/site/blueprints/pages/article.yml': 'fields:\n  blocks:\n    type: blocks\n',
  '.gitignore': 'ignored/\n',
});

function git(...args: readonly string[]): void {
  gitIn(repository, ...args);
}

function gitIn(cwd: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  execFileSync('git', [...identity, ...args], { cwd, stdio: 'pipe' });
}

function commitAll(cwd: string): void {
  gitIn(cwd, 'init', '--quiet');
  gitIn(cwd, 'add', '.');
  gitIn(cwd, 'commit', '--quiet', '--message=All');
}

function write(file: string, text: string): void {
  writeFileSync(path.join(repository, file), text);
}

const check = (folder: string, ...args: readonly string[]): Promise<Outcome> =>
  kirbyAuthor(['check', '--format', 'json', ...args], { folder: path.join(repository, folder) });

function checked({ output, errors }: Outcome): readonly string[] {
  expect(errors).toBe('');
  return (JSON.parse(output) as Report).problems.map((problem) => problem.path);
}

describe('check --changed', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  beforeAll(() => {
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '--message=All');
    git('checkout', '--quiet', '-b', 'draft');
    write('web/content/4_branch/article.txt', hidden);
    git('commit', '--quiet', '--all', '--message=A draft');
    git('checkout', '--quiet', 'main');
    write('web/content/site.txt', 'Title: Renamed');
    git('commit', '--quiet', '--all', '--message=Meanwhile');
    git('checkout', '--quiet', 'draft');
    write('web/content/3_é b/article.txt', hidden);
    write('web/content/1_old/photo.jpg.txt', 'Alt: A photo');
    write('web/content/1_old/photo.jpg', '');
    rmSync(path.join(repository, 'web/content/2_gone'), { recursive: true });
  });

  test('checks what is new or differs from the last commit', async () => {
    const outcome = await check('.', '--changed');
    expect(checked(outcome)).toEqual(['web/content/3_é b/article.txt']);
    // The metadata of the photo is new.
    expect((JSON.parse(outcome.output) as Report).files).toBe(2);
  });

  test('checks what differs from where the branch began', async () => {
    const outcome = await check('web', '--changed=main');
    expect(checked(outcome)).toEqual(['content/3_é b/article.txt', 'content/4_branch/article.txt']);
    // Not what has changed in the other branch only.
    expect((JSON.parse(outcome.output) as Report).files).toBe(3);
  });

  test('checks it in the folders that are named only', async () => {
    expect(checked(await check('web/content', '4_branch', '--changed=main'))).toEqual([
      '4_branch/article.txt',
    ]);
  });

  test('checks content that is a repository of its own', async () => {
    const web = folderWith({
      'site/blueprints/site.yml': '',
      '.gitignore': 'content/\n',
      'content/1_a/article.txt': 'Title: A',
      'content/2_b/article.txt': hidden,
    });
    for (const cwd of [web, path.join(web, 'content')]) commitAll(cwd);
    writeFileSync(path.join(web, 'content/1_a/article.txt'), hidden);
    for (const folder of [web, path.join(web, 'content')]) {
      const outcome = await kirbyAuthor(['check', '--changed', '--format=json'], { folder });
      const from = folder === web ? 'content/' : '';
      expect(checked(outcome)).toEqual([`${from}1_a/article.txt`]);
    }
  });

  test('checks content that is a link', async () => {
    const folder = folderWith({
      'web/site/blueprints/site.yml': '',
      'data/1_a/article.txt': 'Title: A',
      'data/2_b/article.txt': hidden,
    });
    symlinkSync(path.join(folder, 'data'), path.join(folder, 'web/content'), 'junction');
    commitAll(folder);
    writeFileSync(path.join(folder, 'data/1_a/article.txt'), hidden);
    const web = path.join(folder, 'web');
    const outcome = await kirbyAuthor(['check', '--changed', '--format=json'], { folder: web });
    expect(checked(outcome)).toEqual(['content/1_a/article.txt']);
  });

  test('works in a hook, which is told about another folder', async () => {
    process.env['GIT_DIR'] = '.git';
    try {
      expect(checked(await check('web', '--changed'))).toEqual(['content/3_é b/article.txt']);
    } finally {
      delete process.env['GIT_DIR'];
    }
  });

  test.each([
    [['--changed=nothing'], `git knows no revision "nothing" in ${path.join(repository, 'web')}.`],
    [['--changed=--help'], `git knows no revision "--help" in ${path.join(repository, 'web')}.`],
    [
      ['--changed', 'main'],
      'There is no file or folder main. To compare with a revision, write --changed=main.',
    ],
  ])('cannot run with %j', async (args, message) => {
    expect(await check('web', ...args)).toEqual({
      code: 2,
      output: '',
      errors: `kirby-author check: ${message}\n`,
    });
  });

  test('needs git', async () => {
    vi.stubEnv('PATH', folderWith({ 'x/': '' }));
    expect(await check('web', '--changed')).toEqual({
      code: 2,
      output: '',
      errors: 'kirby-author check: --changed needs git, which is not installed.\n',
    });
  });

  test('needs a repository; without a commit everything has changed', async () => {
    const folder = folderWith({ 'content/1_a/a.txt': hidden, 'site/blueprints/site.yml': '' });
    const run = (): Promise<Outcome> => kirbyAuthor(['check', '--changed'], { folder });
    expect((await run()).errors).toContain('is no repository.');
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    // As in a container, whose user is not the one who has checked out; settings of git may allow that.
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    vi.stubEnv('GIT_CONFIG_GLOBAL', path.join(folder, 'none'));
    vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
    expect((await run()).errors).toMatch(/which says: fatal: detected dubious ownership.*\.\n$/u);
    vi.unstubAllEnvs();
    expect(await run()).toMatchObject({ code: 1, errors: '' });
  });
});
