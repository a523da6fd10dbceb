import type { Page } from './page.ts';

const marked = 'is-current';

/** Marks the fragment that the text's cursor is in. */
export class Cursor {
  readonly #page: Page;
  #key: string | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  /** @param scroll whether the fragment has to come into view */
  mark(key: string | undefined, scroll: boolean): void {
    const before = this.#key === undefined ? undefined : this.#page.element(this.#key);
    before?.classList.remove(marked);
    before?.removeAttribute('aria-current');
    this.#key = key;
    const element = this.refresh();
    // What is in view already stays where it is.
    if (scroll) element?.scrollIntoView({ block: 'nearest', behavior: scrollBehavior() });
  }

  /** Marks again after an update, which may have replaced the element. */
  refresh(): HTMLElement | undefined {
    const element = this.#key === undefined ? undefined : this.#page.element(this.#key);
    element?.classList.add(marked);
    element?.setAttribute('aria-current', 'true');
    return element;
  }
}

/** How the page scrolls by itself: at once for those who asked their system or VS Code for less motion. */
export function scrollBehavior(): ScrollBehavior {
  const isStill =
    matchMedia('(prefers-reduced-motion: reduce)').matches ||
    document.body.classList.contains('vscode-reduce-motion');
  return isStill ? 'instant' : 'smooth';
}
