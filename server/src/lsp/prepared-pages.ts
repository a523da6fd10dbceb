import { preparePages } from '../features/page-titles.ts';
import type { Site } from '../site/site.ts';

/** Has the pages of sites made ready to be looked through, while nobody asks for anything else. */
export class PreparedPages {
  readonly #ready = new WeakMap<Site, Promise<void>>();
  readonly #pause: () => Promise<void>;

  /** @param pause fulfilled once the messages that wait already have been handled */
  constructor(pause: () => Promise<void>) {
    this.#pause = pause;
  }

  /** Begins with a site that has been read. */
  prepare(site: Site): void {
    this.#ready.set(site, this.#takeAll(preparePages(site)));
  }

  /** Fulfilled when whoever looks through a site need not wait; at once where that has not begun. */
  async of(site: Site): Promise<void> {
    await this.#ready.get(site);
  }

  async #takeAll(steps: Iterator<undefined>): Promise<void> {
    do await this.#pause();
    while (steps.next().done !== true);
  }
}
