import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith } from './command-line.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = path.join(root, 'dist/cli.js');
const page = readFileSync(path.join(root, 'docs/continuous-integration.md'), 'utf8');

interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

function run(folder: string, command: string, ...args: readonly string[]): Outcome {
  const identity = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@b.c' };
  const committer = { GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@b.c' };
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    // No package is looked for in a registry.
    env: { ...process.env, ...identity, ...committer, npm_config_offline: 'true' },
  });
  return { code: status, output: stdout + stderr };
}

function mustRun(folder: string, command: string, ...args: readonly string[]): void {
  const { code, output } = run(folder, command, ...args);
  expect([code, output]).toEqual([0, output]);
}

/** A fresh clone of the example site, in which the package is installed. */
function clone(): string {
  const folder = folderWith({ 'origin/': '' });
  const origin = path.join(folder, 'origin');
  cpSync(path.join(root, 'test/fixtures/magazine'), origin, { recursive: true });
  // A draft that lacks a picture, of which a warning tells.
  const drafts = path.join(origin, 'content/magazines/1_reparer-ensemble/_drafts');
  rmSync(drafts, { recursive: true });
  mustRun(origin, 'git', 'init', '--quiet');
  mustRun(origin, 'git', 'add', '.');
  mustRun(origin, 'git', 'commit', '--quiet', '--message=All');
  mustRun(folder, 'git', 'clone', '--quiet', origin, 'site');
  const site = path.join(folder, 'site');
  mkdirSync(path.join(site, 'node_modules/.bin'), { recursive: true });
  symlinkSync(bundle, path.join(site, 'node_modules/.bin/kirby-author'));
  writeFileSync(path.join(site, '.git/info/exclude'), 'node_modules\n');
  writeFileSync(path.join(site, 'package.json'), '{ "private": true }\n');
  return site;
}

function breakIn(site: string): void {
  const broken = 'Title: Broken\n\n----\n\nBlocks: [{"type":"line","isHidden":"false"}]\n';
  mkdirSync(path.join(site, 'content/9_broken'));
  writeFileSync(path.join(site, 'content/9_broken/article.txt'), broken);
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** The workflows of the page, with the commands that they run in a clone where the package is installed. */
function workflows(): readonly { readonly steps: readonly Step[]; readonly commands: string[] }[] {
  return [...page.matchAll(/```yaml\n([^]*?)```/gu)].map(([, text = '']) => {
    const { steps } = (parse(text) as { jobs: { check: { steps: readonly Step[] } } }).jobs.check;
    const [install, ...commands] = steps.flatMap(({ run: command }) => command ?? []);
    expect(install).toBe('npm ci');
    expect(commands).toHaveLength(1);
    return { steps, commands };
  });
}

const canRun = existsSync(bundle) && process.platform !== 'win32';

describe.skipIf(!canRun)('docs/continuous-integration.md', { timeout: 120_000 }, () => {
  test('has a workflow that fails with annotations where a page is broken', () => {
    const commands = workflows()[0]?.commands ?? [];
    const site = clone();
    const check = (): Outcome => run(site, 'bash', '-e', '-c', commands.join('\n'));
    expect(check()).toEqual({ code: 0, output: '' });
    breakIn(site);
    const { code, output } = check();
    expect(code).toBe(1);
    expect(output).toMatch(/^::error file=content\/9_broken\/article\.txt,line=5,/mu);
  });

  test('has a workflow that uploads the report it wrote', () => {
    const { commands = [], steps = [] } = workflows()[1] ?? {};
    const upload = steps.find(({ uses }) => uses?.includes('upload-sarif') === true);
    expect(upload?.if).toBe('always()');
    const site = clone();
    breakIn(site);
    expect(run(site, 'bash', '-e', '-c', commands.join('\n'))).toEqual({ code: 1, output: '' });
    const log = readFileSync(path.join(site, upload?.with?.['sarif_file'] ?? ''), 'utf8');
    expect(log).toContain('"uri": "content/9_broken/article.txt"');
  });

  test('has a workflow that looks only at what has changed', () => {
    const { commands = [], steps = [] } = workflows()[2] ?? {};
    const cache = steps.find(({ uses }) => uses?.startsWith('actions/cache@') === true);
    const site = clone();
    const kept = path.join(site, cache?.with?.['path'] ?? '');
    const check = (): Outcome => run(site, 'bash', '-e', '-c', commands.join('\n'));
    expect(check()).toEqual({ code: 0, output: '' });
    const before = readFileSync(kept, 'utf8');
    expect(check()).toEqual({ code: 0, output: '' });
    expect(readFileSync(kept, 'utf8')).toBe(before);
    breakIn(site);
    expect(check().code).toBe(1);
  });

  test('has a hook that refuses a commit with a broken page', () => {
    const hook = /```sh\n(#!\/bin\/sh\n[^]*?)```/u.exec(page)?.[1] ?? '';
    const site = clone();
    const file = path.join(site, '.git/hooks/pre-commit');
    writeFileSync(file, hook);
    chmodSync(file, 0o755);
    appendFileSync(path.join(site, 'content/site.txt'), '\n');
    mustRun(site, 'git', 'commit', '--quiet', '--all', '--message=Fine');
    breakIn(site);
    mustRun(site, 'git', 'add', '.');
    const { code, output } = run(site, 'git', 'commit', '--message=Broken');
    expect(code).toBe(1);
    expect(output).toContain('hidden-flag');
    expect(run(site, 'git', 'status', '--short').output).toContain('A  content/9_broken');
  });

  test('asks no registry for a package that is not installed', () => {
    const runs = page.match(/npx .*/gu) ?? [];
    expect(runs.length).toBeGreaterThan(3);
    for (const line of runs) expect(line).toMatch(/^npx --no-install/u);
  });

  test.each([
    ['continuous-integration', page],
    ['command-line', readFileSync(path.join(root, 'docs/command-line.md'), 'utf8')],
  ])('docs/%s.md has no command that does not exist', (_name, text) => {
    const shown = text.match(/kirby-author (?!help)[a-z][^`\n]*/gu) ?? [];
    expect(shown.length).toBeGreaterThan(3);
    for (const line of shown) {
      const options = line.match(/--[a-z][a-z-]*/gu) ?? [];
      const help = run(root, process.execPath, bundle, 'help', line.split(/\s/u)[1] ?? '');
      expect([line, help.code]).toEqual([line, 0]);
      for (const option of options) expect(help.output).toContain(option);
    }
  });
});
