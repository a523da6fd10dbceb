import { keyOf } from './page.ts';

/** What can be chosen by the keyboard: whatever the renderer has given a `tabindex`. */
export const stop = '[data-key][tabindex]';

/**
 * The one block of the page that Tab leads to (a roving `tabindex`): the last one that had the
 * keyboard, else the first. After an update the keyboard is where it was; when its block is gone, at
 * the one that has taken its place.
 */
export class Stops {
  readonly #container: HTMLElement;
  #key: string | undefined;
  #index = 0;
  /** Whether the keyboard was in a block before the update. */
  #hasFocus = false;

  constructor(container: HTMLElement) {
    this.#container = container;
    container.addEventListener('focusin', ({ target }) => {
      const element = target instanceof Element ? target.closest<HTMLElement>(stop) : null;
      if (element === null) return;
      this.#key = keyOf(element);
      this.#rove();
      // Its name says no more than that it is a block of text.
      element.ariaDescription = wordsIn(element);
    });
  }

  /** The block that had the keyboard last. */
  get key(): string | undefined {
    return this.#key;
  }

  /**
   * Gives the keyboard to a block: the one that had it last unless another one is named; where that is gone
   * the one that the text's cursor is in, or the first one.
   */
  enter(key = this.#key): void {
    this.#key = key;
    this.#rove();
    const marked = this.#container.querySelector('[aria-current]')?.closest<HTMLElement>(stop);
    (this.#own() ?? marked ?? this.all()[0])?.focus({ preventScroll: true });
  }

  all(): readonly HTMLElement[] {
    return [...this.#container.querySelectorAll<HTMLElement>(stop)];
  }

  /** To be called before the page is changed. */
  hold(): void {
    const focused = document.activeElement;
    this.#hasFocus = focused !== null && this.#container.contains(focused);
    if (this.#hasFocus)
      this.#index = this.all().findIndex((one) => one.dataset['key'] === this.#key);
  }

  /** To be called after the page was changed. */
  settle(): void {
    this.#rove();
    const isLost = this.#hasFocus && !this.#container.contains(document.activeElement);
    this.#hasFocus = false;
    if (!isLost) return;
    const all = this.all();
    const near = all[Math.min(Math.max(this.#index, 0), all.length - 1)];
    (this.#own() ?? near)?.focus({ preventScroll: true });
  }

  /** Looks at those only that Tab leads to: most of a long page it does not. */
  #rove(): void {
    const current = this.#own() ?? this.#container.querySelector<HTMLElement>(stop);
    for (const one of this.#container.querySelectorAll<HTMLElement>('[data-key][tabindex="0"]')) {
      if (one !== current) one.tabIndex = -1;
    }
    if (current?.getAttribute('tabindex') === '-1') current.tabIndex = 0;
  }

  /** The block that had the keyboard last, if it is still there. */
  #own(): HTMLElement | undefined {
    if (this.#key === undefined) return undefined;
    const own = `[data-key="${CSS.escape(this.#key)}"][tabindex]`;
    return this.#container.querySelector<HTMLElement>(own) ?? undefined;
  }
}

/** How a block begins, for whoever has it read out; of pictures what stands for them. */
function wordsIn(element: HTMLElement): string {
  const words = element.textContent.replace(/\s+/g, ' ').trim();
  const images = [...element.querySelectorAll('img')].map(({ alt }) => alt);
  const shown = words === '' ? images.filter((alt) => alt !== '').join(', ') : words;
  return shown.length > 100 ? `${shown.slice(0, 100)}…` : shown;
}
