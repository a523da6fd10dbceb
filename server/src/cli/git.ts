import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from './command.ts';

/**
 * The files below a folder that differ from a revision, and those that git does not know yet;
 * absolute paths. What git is told to ignore is left out, and what was deleted.
 *
 * @param base a branch, a tag, a commit: what counts is where this branch left it. `''`: the last
 *   commit
 */
export async function changedFiles(folder: string, base: string): Promise<ReadonlySet<string>> {
  const since = await startOf(folder, base);
  const lists = await Promise.all([
    git(folder, [
      'diff',
      '--name-only',
      '-z',
      '--relative',
      '--no-renames',
      '--diff-filter=d',
      since,
      '--',
    ]),
    git(folder, ['ls-files', '--others', '--exclude-standard', '-z']),
  ]);
  const names = lists.join('').split('\0');
  return new Set(names.filter((name) => name !== '').map((name) => path.resolve(folder, name)));
}

/** The top folder of the repository that a folder lies in. */
export async function topOf(folder: string): Promise<string> {
  return (await git(folder, ['rev-parse', '--show-toplevel'])).trim();
}

/** What git calls no files at all: there may be no commit yet. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

async function startOf(folder: string, base: string): Promise<string> {
  await git(folder, ['rev-parse', '--git-dir']);
  const named = await commitOf(folder, base === '' ? 'HEAD' : base);
  if (named === undefined && base === '') return EMPTY_TREE;
  if (named === undefined) throw new UsageError(`git knows no revision "${base}" in ${folder}.`);
  // A shallow clone may not reach back to where both were one.
  const fork = await git(folder, ['merge-base', named, 'HEAD']).catch(() => named);
  return fork.trim();
}

async function commitOf(folder: string, revision: string): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  return git(folder, args).then(
    (id) => id.trim(),
    () => undefined,
  );
}

const run = promisify(execFile);

/** What a hook is told about the repository's top folder, which need not be the one asked about. */
const aboutTop = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

/** Bytes: the names of some hundred thousand files. */
const MOST_OUTPUT = 1 << 26;

async function git(folder: string, args: readonly string[]): Promise<string> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !aboutTop.includes(name)),
  );
  // What it says of a failure is read, and has to be English.
  env['LC_ALL'] = 'C';
  // No program that the repository's settings name is started.
  const safely = ['-c', 'core.fsmonitor=false', ...args];
  const options = { cwd: folder, env, maxBuffer: MOST_OUTPUT };
  const { stdout } = await run('git', safely, options).catch((error: unknown) => {
    throw new UsageError(`--changed needs git, ${obstacle(error, folder)}.`);
  });
  return stdout;
}

/** Why there is no answer: a container's user, say, may not own the repository. */
function obstacle(error: unknown, folder: string): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return 'which is not installed';
  const said = 'stderr' in error ? String(error.stderr).trim() : '';
  if (said.includes('not a git repository')) return `and ${folder} is no repository`;
  return `which says: ${said.split('\n')[0] || error.message}`;
}
