import type { Update } from '../messages/messages.ts';
import { adopt } from './images.ts';
import { paint } from './paint.ts';
import { sanitize } from './sanitize.ts';

interface Shown {
  readonly html: string;
  readonly element: HTMLElement;
}

/**
 * The fragments on the page. An update replaces those whose HTML differs and touches nothing else:
 * children keep their elements when their parent changes, images their pictures, the reader the
 * scroll position and the focus.
 */
export class Page {
  readonly #container: HTMLElement;
  readonly #shown = new Map<string, Shown>();
  #base = '';
  /** What is not touched for now. */
  #kept: string | undefined;

  constructor(container: HTMLElement) {
    this.#container = container;
  }

  /** The element of a fragment; `undefined` when it is not on the page. */
  element(key: string): HTMLElement | undefined {
    const element = this.#shown.get(key)?.element;
    return element?.isConnected === true ? element : undefined;
  }

  /** What relative addresses start from. */
  get base(): string {
    return this.#base;
  }

  /** Leaves the element of a fragment alone from now on, whatever an update says of it. */
  keep(key: string): void {
    if (this.#kept !== undefined) this.release(this.#kept);
    this.#kept = key;
  }

  /** Shows a fragment that was kept as the last update has it. */
  release(key: string): void {
    const shown = this.#shown.get(key);
    if (this.#kept === key) this.#kept = undefined;
    if (shown === undefined) return;
    const next = this.#element(key, shown.html, shown.element);
    this.#fill(next);
    shown.element.replaceWith(next);
  }

  get isEmpty(): boolean {
    return this.#container.childElementCount === 0;
  }

  apply(update: Update): void {
    // An empty language is an unknown one, and not the editor's.
    // Setting what is there already would lay out the whole page anew.
    const { language, direction } = update;
    if (this.#container.lang !== language) this.#container.lang = language;
    if (this.#container.dir !== direction) this.#container.dir = direction;

    const made = this.#make(update);
    for (const { next } of made.values()) this.#fill(next);
    for (const [key, { next, before }] of made) {
      // What stands in a slot of a new parent already has its place.
      if (next.parentNode !== null) continue;
      if (before?.isConnected === true) before.replaceWith(next);
      else this.#slot(key)?.replaceWith(next);
    }
    this.#remove(update);
    if (update.roots !== undefined) this.#order(update.roots);
  }

  /** New elements for the fragments that differ from what is shown; for all when addresses do. */
  #make({ fragments, base }: Update): ReadonlyMap<string, Made> {
    const wanted = new Map(fragments.map(({ key, html }) => [key, html]));
    const isMoved = base !== this.#base;
    this.#base = base;
    if (isMoved) {
      for (const [key, { html }] of this.#shown) if (!wanted.has(key)) wanted.set(key, html);
    }
    const made = new Map<string, Made>();
    for (const [key, html] of wanted) {
      const shown = this.#shown.get(key);
      if (!isMoved && shown?.html === html) continue;
      if (key === this.#kept && shown !== undefined) {
        this.#shown.set(key, { html, element: shown.element });
        continue;
      }
      const next = this.#element(key, html, shown?.element);
      made.set(key, { next, before: shown?.element });
    }
    return made;
  }

  /** A new element of a fragment, that takes over the pictures of the old one. */
  #element(key: string, html: string, before: HTMLElement | undefined): HTMLElement {
    const element = adopt(sanitize(html, key, this.#base), before);
    paint(element);
    // What the preview says by itself is in the language of the editor, whatever the page's is.
    for (const words of element.querySelectorAll<HTMLElement>(ownWords))
      words.lang = document.documentElement.lang;
    this.#shown.set(key, { html, element });
    return element;
  }

  /** Puts the children of a new element where they belong, the old ones among them. */
  #fill(parent: HTMLElement): void {
    for (const slot of parent.querySelectorAll<HTMLElement>('kirby-slot[data-key]')) {
      const child = this.#shown.get(slot.dataset['key'] ?? '')?.element;
      if (child?.contains(slot) === false) slot.replaceWith(child);
    }
  }

  #slot(key: string): HTMLElement | undefined {
    const found = this.#container.querySelector<HTMLElement>(
      `kirby-slot[data-key="${CSS.escape(key)}"]`,
    );
    return found ?? undefined;
  }

  #remove({ full, fragments, removed }: Update): void {
    const kept = new Set(fragments.map(({ key }) => key));
    const gone = full ? [...this.#shown.keys()].filter((key) => !kept.has(key)) : removed;
    for (const key of gone) {
      this.#shown.get(key)?.element.remove();
      this.#shown.delete(key);
    }
  }

  /** Brings the top level into order with as few moves as a pass from the front needs. */
  #order(roots: readonly string[]): void {
    let at = this.#container.firstElementChild;
    for (const key of roots) {
      const element = this.#shown.get(key)?.element;
      if (element === undefined) continue;
      if (element === at) at = at.nextElementSibling;
      else this.#container.insertBefore(element, at);
    }
    while (at !== null) {
      const next = at.nextElementSibling;
      at.remove();
      at = next;
    }
  }
}

const ownWords = '.kirby-hidden-label, .kirby-placeholder-title, .kirby-note';

interface Made {
  readonly next: HTMLElement;
  readonly before: HTMLElement | undefined;
}

/** The key of the fragment that an element is in. */
export function keyOf(element: Element | null): string | undefined {
  return element?.closest<HTMLElement>('[data-key]')?.dataset['key'];
}
