import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isObject, type JsonValue, parseJson } from '../kirby/json/value.ts';
import type { Checked } from './checked-files.ts';
import type { AskedOfRules } from './checking.ts';
import { UsageError } from './command.ts';
import { fileAt, relativeName } from './relative-name.ts';
import { inOrder, type Report, type ReportedProblem } from './report.ts';
import { type Testimony, Witness } from './witness.ts';

/** A problem of which the file is known. */
type Found = Omit<ReportedProblem, 'path'>;

/** What was found in a file, under a key for all that it depends on. */
type Entry = readonly [key: string, problems: readonly Found[]];

/** The last check as a whole: what it was asked, what it was told, and which of all entries are not its own. */
interface Last extends Testimony {
  readonly asked: string;
  readonly others: readonly string[];
}

/** What an earlier check has left. */
interface Left {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly last: Last | undefined;
}

/**
 * What a check has found before. What is found in a file depends on its text, on what is known of its site,
 * on what is wanted of the rules and on this program: while all of these are as they were it is found again,
 * without being looked for. Where the disk answers all that the last check asked as it did then, the whole
 * report is the same.
 */
export class CheckCache {
  readonly #file: string;
  readonly #folder: string;
  readonly #before: ReadonlyMap<string, Entry>;
  readonly #last: Last | undefined;
  readonly #now = new Map<string, Entry>();
  /** Has to hear all that this check reads. */
  readonly witness = new Witness();
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
    const left = text === undefined ? nothing : leftIn(text);
    if (left === undefined)
      throw new UsageError(`${given} is no cache of an earlier check: name another file.`);
    return new CheckCache(file, left);
  }

  private constructor(file: string, { entries, last }: Left) {
    this.#file = file;
    this.#folder = path.dirname(file);
    this.#before = entries;
    this.#last = last;
  }

  /**
   * The report of the last check, where it was asked the same and would be told the same.
   *
   * @param asked tells what a check is asked for, but for what it reads
   * @param folder where the command runs
   */
  lastReport(asked: string, folder: string): Report | undefined {
    const last = this.#last;
    if (last?.asked !== hashOf(asked) || !Witness.isTrue(last, this.#folder)) return undefined;
    const others = new Set(last.others);
    const own = [...this.#before].filter(([name]) => !others.has(name));
    const problems = own.flatMap(([name, [, found]]) => {
      const shown = relativeName(folder, fileAt(this.#folder, name));
      return found.map((problem) => ({ path: shown, ...problem }));
    });
    return { files: own.length, problems: inOrder(problems) };
  }

  /**
   * What is found in a file.
   *
   * @param asked what is wanted of the rules
   * @param find looks for it
   */
  problemsIn(
    checked: Checked,
    asked: AskedOfRules,
    find: () => readonly ReportedProblem[],
  ): readonly ReportedProblem[] {
    const name = relativeName(this.#folder, checked.absolute);
    const key = keyOf(checked, asked);
    const known = this.#before.get(name);
    const entry: Entry = known?.[0] === key ? known : [key, find().map(withoutPath)];
    this.#isOther ||= entry !== known;
    this.#now.set(name, entry);
    return entry[1].map((problem) => ({ path: checked.path, ...problem }));
  }

  /**
   * Leaves what has been found, and what was found before in files that were not checked now.
   *
   * @param asked as `lastReport()` has it
   */
  async save(asked: string): Promise<void> {
    const folder = this.#folder;
    const others = [...this.#before].filter(
      ([name]) => !this.#now.has(name) && existsSync(fileAt(folder, name)),
    );
    const testimony = this.witness.testimony(folder);
    const last: Last | undefined = testimony && {
      asked: hashOf(asked),
      ...testimony,
      others: others.map(([name]) => name),
    };
    const isSame = others.length + this.#now.size === this.#before.size && !this.#isOther;
    if (isSame && last?.asked === this.#last?.asked && last?.digest === this.#last?.digest) return;
    const files = Object.fromEntries([...others, ...this.#now]);
    try {
      await mkdir(folder, { recursive: true });
      // Another check may read it at the same time: it is there as a whole or not at all.
      const draft = `${this.#file}.${process.pid}`;
      await writeFile(draft, JSON.stringify({ [MARK]: program(), files, last }));
      await rename(draft, this.#file);
    } catch (error) {
      throw new UsageError(`The cache cannot be written: ${reasonOf(error)}`);
    }
  }
}

/** The key under which a cache says which program has left it. */
const MARK = 'kirby-author check';

/** All that decides what is found in a file. */
function keyOf({ facts, text, absolute, root }: Checked, asked: AskedOfRules): string {
  const parts = [relativeName(root, absolute), facts ?? '', JSON.stringify(asked), text];
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

const nothing: Left = { entries: new Map(), last: undefined };

/** `undefined` where the text is anything but a cache. */
function leftIn(text: string): Left | undefined {
  const value = parseJson(text);
  if (!isObject(value) || typeof value[MARK] !== 'string') return undefined;
  const { files, last } = value;
  if (value[MARK] !== program() || !isObject(files)) return nothing;
  const entries = Object.entries(files).flatMap<[string, Entry]>(([name, entry]) =>
    isEntry(entry) ? [[name, entry]] : [],
  );
  const isWhole = entries.length === Object.keys(files).length;
  return { entries: new Map(entries), last: isWhole ? lastIn(last) : undefined };
}

function lastIn(value: JsonValue | undefined): Last | undefined {
  if (!isObject(value)) return undefined;
  const { asked, digest, folders, files, others } = value;
  if (typeof asked !== 'string' || typeof digest !== 'string') return undefined;
  if (!isNames(folders) || !isNames(files) || !isNames(others)) return undefined;
  return { asked, digest, folders, files, others };
}

function isNames(value: JsonValue | undefined): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function isEntry(value: unknown): value is Entry {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    typeof value[0] === 'string' &&
    Array.isArray(value[1])
  );
}

function withoutPath({ path: _path, ...problem }: ReportedProblem): Found {
  return problem;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
