import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../server/src/cli/run.ts';
import { temporaryFolder } from '../support/folders.ts';

export interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

export interface Surroundings {
  /** Where the command is called. */
  readonly folder?: string;
  /** What comes through the pipe. */
  readonly input?: string | Uint8Array;
  readonly isInteractive?: boolean;
  readonly showsProgress?: boolean;
  readonly workspace?: string;
}

/** Runs `kirby-author` with these arguments, in this process. */
export async function kirbyAuthor(
  args: readonly string[],
  {
    folder = '/',
    input = '',
    isInteractive = false,
    showsProgress = false,
    workspace,
  }: Surroundings = {},
): Promise<Outcome> {
  let output = '';
  let errors = '';
  const terminal = {
    // Bytes are one character each.
    write: (out: string | Uint8Array) =>
      void (output += typeof out === 'string' ? out : Buffer.from(out).toString('latin1')),
    writeError: (text: string) => void (errors += text),
    readInput: () => Promise.resolve(typeof input === 'string' ? Buffer.from(input) : input),
    showsProgress,
    isInteractive,
    folder,
    workspace,
  };
  const code = await run(args, terminal, '1.2.3');
  return { code, output, errors };
}

/**
 * Makes a folder with these files on the real disk, which goes when the file's tests are over. A path
 * that ends with `/` is an empty folder.
 */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [file, content] of Object.entries(files)) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    if (file.endsWith('/')) mkdirSync(target);
    else writeFileSync(target, content);
  }
  return folder;
}
