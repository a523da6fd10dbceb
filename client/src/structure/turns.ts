/** What is done one after the other: each goes on from what the last one has made. */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Does something when everything before it is done. */
  take(act: () => Promise<void>): Promise<void> {
    const done = this.#last.then(act);
    // Whoever asked is told of a failure; those behind do not wait for it.
    this.#last = done.catch(() => undefined);
    return done;
  }
}
