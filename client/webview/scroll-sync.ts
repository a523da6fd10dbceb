import type { Progress } from '../messages/messages.ts';
import type { Page } from './page.ts';
import { placeAtTop, showAtTop } from './reading-place.ts';

/** Milliseconds for which a movement of the hand counts as the reason why the page scrolls. */
const GRACE = 500;
/** Milliseconds after which a hand that does not move leaves the lead to the text. */
const REST = 150;

/**
 * Keeps the same place at the top of the page and of the text. Whoever scrolls leads: while the reader
 * does so here, the text does not, and what the text has scrolled here is not told back.
 */
export class ScrollSync {
  readonly #page: Page;
  /** When the reader last did something that scrolls. */
  #touched = -GRACE;
  /** When the page last scrolled because of that. */
  #moved = -GRACE;
  #told: Progress | undefined;
  #isDue = false;
  /** Where the text is while the hand has just moved here. */
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** @param tell told of what is at the top after the reader has scrolled */
  constructor(page: Page, container: HTMLElement, tell: (place: Progress) => void) {
    this.#page = page;
    const moved = (): void => {
      this.#touched = performance.now();
      this.#moved = this.#touched;
      clearTimeout(this.#waiting);
    };
    for (const name of ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const) {
      document.addEventListener(name, moved, { passive: true, capture: true });
    }
    document.addEventListener('pointermove', ({ buttons }) => {
      if (buttons !== 0) moved();
    });
    document.addEventListener('scroll', () => {
      if (!this.#isReading || this.#isDue) return;
      // Smooth scrolling goes on for longer than the hand.
      this.#moved = performance.now();
      this.#isDue = true;
      requestAnimationFrame(() => {
        this.#isDue = false;
        const place = placeAtTop(container, barHeight());
        if (place === undefined || isSame(place, this.#told)) return;
        this.#told = place;
        tell(place);
      });
    });
  }

  get #isReading(): boolean {
    return performance.now() - this.#moved < GRACE;
  }

  /** The text has scrolled. */
  follow(place: Progress): void {
    clearTimeout(this.#waiting);
    const rest = this.#touched + REST - performance.now();
    if (rest > 0) {
      // The text may have come to its end: nothing else would tell where it is.
      this.#waiting = setTimeout(() => {
        this.follow(place);
      }, rest);
      return;
    }
    this.release();
    showAtTop(this.#page, place, barHeight());
  }

  /** The page is about to scroll by itself: nobody reads on. */
  release(): void {
    this.#moved = -GRACE;
  }
}

/** The height of what stays at the top of the window. */
function barHeight(): number {
  return document.getElementById('bar')?.getBoundingClientRect().height ?? 0;
}

function isSame(a: Progress, b: Progress | undefined): boolean {
  return a.key === b?.key && a.progress === b.progress;
}
