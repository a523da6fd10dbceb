/**
 * The UUIDs of all files of a site, while the folders with them are still being read: one that is not among
 * them no file has. Some that are none may be.
 */
export class FileUuids {
  #uuids: ReadonlySet<string> | undefined;

  get areKnown(): boolean {
    return this.#uuids !== undefined;
  }

  /**
   * Takes over what is told, and forgets it once the site has been read. Answers whether that is news.
   *
   * @param told one a line; `undefined`: nothing new
   */
  take(told: string | undefined, isReady: boolean): boolean {
    const before = this.#uuids;
    if (isReady) this.#uuids = undefined;
    else if (told !== undefined) this.#uuids = new Set(told.split('\n'));
    return this.#uuids !== before;
  }

  lack(uuid: string): boolean {
    return this.#uuids?.has(uuid) === false;
  }
}
