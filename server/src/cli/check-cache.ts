import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuleSeverities } from '../features/diagnostics.ts';
import { isObject, parseJson } from '../kirby/json/value.ts';
import type { Checked } from './checked-files.ts';
import { UsageError } from './command.ts';
import { relativeName } from './relative-name.ts';
import type { ReportedProblem } from './report.ts';

/** A problem of which the file is known. */
type Found = Omit<ReportedProblem, 'path'>;

/** What was found in a file, under a key for all that it depends on. */
type Entry = readonly [key: string, problems: readonly Found[]];

/**
 * What a check has found before. What is found in a file depends on its text, on what is known of its site,
 * on what is wanted of the rules and on this program: while all of these are as they were it is found again,
 * without being looked for.
 */
export class CheckCache {
  readonly #file: string;
  readonly #folder: string;
  readonly #before: ReadonlyMap<string, Entry>;
  readonly #now = new Map<string, Entry>();
  /** Whether anything has been found anew. */
  #isOther = false;

  /**
   * What an earlier check has left; nothing where there is none, or another version has left it. Whatever else
   * the file is stays as it is: it is an error to name it.
   *
   * @param file an absolute path
   * @param given the same as the user wrote it
   */
  static open(file: string, given: string): CheckCache {
    const text = textIn(file, given);
    const entries = text === undefined ? new Map<string, Entry>() : entriesIn(text);
    if (entries === undefined)
      throw new UsageError(`${given} is no cache of an earlier check: name another file.`);
    return new CheckCache(file, entries);
  }

  private constructor(file: string, before: ReadonlyMap<string, Entry>) {
    this.#file = file;
    this.#folder = path.dirname(file);
    this.#before = before;
  }

  /** What is found in a file; `find` looks for it. */
  problemsIn(
    checked: Checked,
    severities: RuleSeverities,
    find: () => readonly ReportedProblem[],
  ): readonly ReportedProblem[] {
    const name = relativeName(this.#folder, checked.absolute);
    const key = keyOf(checked, severities);
    const known = this.#before.get(name);
    const entry: Entry = known?.[0] === key ? known : [key, find().map(withoutPath)];
    this.#isOther ||= entry !== known;
    this.#now.set(name, entry);
    return entry[1].map((problem) => ({ path: checked.path, ...problem }));
  }

  /** Leaves what has been found, and what was found before in files that were not checked now. */
  async save(): Promise<void> {
    const folder = this.#folder;
    const others = [...this.#before].filter(
      ([name]) => !this.#now.has(name) && existsSync(path.resolve(folder, name)),
    );
    const isSame = others.length + this.#now.size === this.#before.size && !this.#isOther;
    if (isSame) return;
    const files = Object.fromEntries([...others, ...this.#now]);
    try {
      await mkdir(folder, { recursive: true });
      // Another check may read it at the same time: it is there as a whole or not at all.
      const draft = `${this.#file}.${process.pid}`;
      await writeFile(draft, JSON.stringify({ [MARK]: program(), files }));
      await rename(draft, this.#file);
    } catch (error) {
      throw new UsageError(`The cache cannot be written: ${reasonOf(error)}`);
    }
  }
}

/** The key under which a cache says which program has left it. */
const MARK = 'kirby-author check';

/** All that decides what is found in a file. */
function keyOf({ facts, text, absolute, root }: Checked, severities: RuleSeverities): string {
  const parts = [relativeName(root, absolute), facts ?? '', JSON.stringify(severities), text];
  return hashOf(parts.map((part) => `${part.length} ${part}`).join('\n'));
}

function hashOf(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('base64url').slice(0, 27);
}

/** This very program: another version finds something else. */
function program(): string {
  return hashOf(readFileSync(fileURLToPath(import.meta.url)));
}

function textIn(file: string, given: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UsageError(`The cache ${given} cannot be read: ${reasonOf(error)}`);
  }
}

/** `undefined` where the text is anything but a cache. */
function entriesIn(text: string): Map<string, Entry> | undefined {
  const value = parseJson(text);
  if (!isObject(value) || typeof value[MARK] !== 'string') return undefined;
  const { files } = value;
  if (value[MARK] !== program() || !isObject(files)) return new Map();
  return new Map(
    Object.entries(files).flatMap(([name, entry]) => (isEntry(entry) ? [[name, entry]] : [])),
  );
}

function isEntry(value: unknown): value is Entry {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    typeof value[0] === 'string' &&
    Array.isArray(value[1])
  );
}

/** With its fixes, which a problem looks for when it is asked: another day the report may print them. */
function withoutPath({ path: _path, fixes, ...problem }: ReportedProblem): Found {
  return { ...problem, fixes };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
