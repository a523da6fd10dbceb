import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import { say } from '../kirby/text/say.ts';

/** Shows an author that sites are being read from afar, and how many files have been so far. */
export class ReadingProgress {
  readonly #connection: Connection;
  #shown: WorkDoneProgressReporter | undefined;
  /** How many sites are being read. */
  #sites = 0;
  #files = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** So many more files have been read. */
  add(files: number): void {
    this.#files += files;
    this.#shown?.report(say`${this.#files} files`);
  }

  /** One more site is being read; rejected when the client shows no progress after all. */
  async until(read: Promise<void>): Promise<void> {
    this.#sites++;
    try {
      if (this.#sites === 1) {
        const progress = await this.#connection.window.createWorkDoneProgress();
        progress.begin(say`Reading the site`, undefined, say`${this.#files} files`);
        this.#shown = progress;
      }
      await read;
    } finally {
      this.#sites--;
      if (this.#sites === 0) {
        this.#shown?.done();
        this.#shown = undefined;
        this.#files = 0;
      }
    }
  }
}
