import type { Given } from './given.ts';

/** What a command may do to the world. */
export interface Terminal {
  write(output: string | Uint8Array): void;
  writeError(text: string): void;
  /** All that comes through the pipe. */
  readInput(): Promise<Uint8Array>;
  /** Whether somebody reads the output, who would like colours. */
  readonly isInteractive: boolean;
  /** Whether somebody waits and sees what is written to the errors. */
  readonly showsProgress: boolean;
  readonly folder: string;
  /** The folder that a workflow of GitHub has checked out, an absolute path; elsewhere there is none. */
  readonly workspace?: string | undefined;
}

/** One subcommand of `kirby-author`. Its help and its completion are made of this. */
export interface Command {
  readonly name: string;
  /** How it is called, one line a form. */
  readonly usage: readonly string[];
  /** One or two sentences; the first says what it does. */
  readonly summary: string;
  /** What stands beside the options, for completion. */
  readonly operands: 'none' | 'paths' | 'content' | readonly string[];
  readonly options: readonly Option[];
  readonly examples: readonly Example[];
  /** What exit codes other than 0 (done) and 2 (could not run) mean. */
  readonly codes?: Readonly<Record<number, string>>;
  /** Answers the exit code. */
  run(given: Given, terminal: Terminal): number | Promise<number>;
}

/** `--name`, or `--name VALUE`. */
export interface Option<Choice extends string = string> {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** Without one it is a switch. */
  readonly value?: OptionValue<Choice>;
}

export interface OptionValue<Choice extends string = string> {
  /** What help shows in its place: `FILE`. */
  readonly placeholder: string;
  /** All that it may be. */
  readonly choices?: readonly Choice[];
  /** Words that completion offers, among others that it may be. */
  readonly suggestions?: readonly string[];
  /** What completion offers besides. */
  readonly takes?: 'file' | 'folder';
  /** Given as `--name=VALUE` only, or left out. */
  readonly isOptional?: boolean;
}

export interface Example {
  readonly line: string;
  readonly what: string;
}

/** Thrown for what the user can put right; printed without a stack, exit code 2. */
export class UsageError extends Error {}

/** What the user can put right is said in a sentence; our own mistakes come with their stack. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof UsageError ? error.message : (error.stack ?? error.message);
}
