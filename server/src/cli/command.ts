/** What a command may do to the world. */
export interface Terminal {
  write(text: string): void;
  writeError(text: string): void;
  readInput(): Promise<string>;
  readonly isInteractive: boolean;
  readonly folder: string;
}

/** One subcommand of `kirby-author`. */
export interface Command {
  readonly name: string;
  /** How it is called, one line a form. */
  readonly usage: readonly string[];
  readonly summary: string;
  /** Answers the exit code: 0 clean, 1 problems, 2 could not run. */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}

/** Thrown for what the user can put right; printed without a stack, exit code 2. */
export class UsageError extends Error {}
