import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { asAtStart, collectSooner, compileAtOnce } from './engine.ts';

/** What the bundle `main.js` can start. */
export type Start = 'server' | 'cli';

/** In bytes. */
const MARK_LENGTH = 64;

/**
 * Loads the bundle `main.js`, starts a part of it, and remembers beside it what the engine has made
 * of it. Compiling the bundle is most of what a start takes, and the next start is spared it. What
 * another engine or another bundle left is not used, and where nothing may be written all goes on
 * without.
 *
 * @param folder an absolute path: where the bundle lies
 */
export function start(name: Start, folder: string): void {
  // A command is over before code pays that the engine optimises as early as in a session of hours:
  // it waits five times as long with that (decision 18).
  if (name === 'cli') setFlagsFromString('--interrupt-budget=700000');
  const filename = path.join(folder, 'main.js');
  const cache = path.join(folder, `${name}.compiled`);
  // The bundle is ASCII.
  const source = readFileSync(filename, 'latin1');
  const mark = markOf(filename);
  const script = new Script(wrapped(source), { filename, cachedData: readMarked(cache, mark) });
  // At the end it holds what the session needed, and nobody waits.
  if (script.cachedDataRejected !== false) {
    process.once('exit', () => {
      // What is compiled under other flags than those of a start is refused.
      asAtStart();
      writeMarked(cache, mark, script.createCachedData());
    });
  }
  const module: { readonly exports: Partial<Record<Start, () => Promise<unknown>>> } = {
    exports: {},
  };
  const run: unknown = script.runInThisContext();
  if (typeof run === 'function') {
    const given = [module.exports, createRequire(filename), module, filename, folder];
    Reflect.apply(run, module.exports, given);
  }
  void module.exports[name]?.().then(() => {
    // What only a start runs is not worth compiling.
    compileAtOnce();
    if (name === 'server') collectSooner();
  });
}

/** As Node wraps a module. */
function wrapped(source: string): string {
  return `(function (exports, require, module, __filename, __dirname) { ${source}\n})`;
}

/** What a compiled bundle is told by: the engine itself compares no more than the source's length. */
function markOf(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${size} ${mtimeMs} ${process.versions.v8} ${process.arch}`
    .padEnd(MARK_LENGTH)
    .slice(0, MARK_LENGTH);
}

function readMarked(file: string, mark: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const isOurs = bytes.toString('latin1', 0, MARK_LENGTH) === mark;
    return isOurs ? bytes.subarray(MARK_LENGTH) : undefined;
  } catch {
    return undefined;
  }
}

/** Another process may read or write it at the same time: it appears whole or not at all. */
function writeMarked(file: string, mark: string, data: Buffer): void {
  try {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, Buffer.concat([Buffer.from(mark, 'latin1'), data]));
    renameSync(draft, file);
  } catch {
    // Installed for all users, say: then every start compiles.
  }
}
