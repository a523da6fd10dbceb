import type { Update } from '../messages/messages.ts';

/** What keeps fields from being rendered, and the button that repairs it. */
export class Banner {
  readonly #list: Element;
  readonly #button: HTMLElement;
  readonly #leave: () => void;
  #said = '';

  /**
   * The elements are those of the page's shell.
   *
   * @param leave gives the keyboard to the page when the button goes that had it
   */
  constructor(list: Element, button: HTMLElement, fix: () => void, leave: () => void) {
    this.#list = list;
    this.#button = button;
    this.#leave = leave;
    button.addEventListener('click', fix);
    const shell = list.parentElement;
    if (shell !== null) {
      const observer = new ResizeObserver(() => {
        keepClear(shell);
      });
      observer.observe(shell);
    }
  }

  /** Shows the fields that cannot be read; nothing when there are none. */
  show(broken: Update['broken']): void {
    // A live region that is written anew is read out anew.
    const said = JSON.stringify(broken);
    if (said === this.#said) return;
    this.#said = said;
    this.#list.replaceChildren(
      ...broken.map(({ message }) => {
        const item = document.createElement('li');
        item.textContent = message;
        return item;
      }),
    );
    const hadKeyboard = document.activeElement === this.#button;
    this.#button.hidden = broken.length === 0;
    if (hadKeyboard && this.#button.hidden) this.#leave();
  }
}

/** What is scrolled to comes to stand below the banner, not under it. */
function keepClear({ offsetHeight }: HTMLElement): void {
  document.documentElement.style.scrollPaddingTop = `${String(offsetHeight)}px`;
}

/** How much of the window's upper edge is covered, in pixels. */
export function coveredAbove(): number {
  return Number.parseFloat(document.documentElement.style.scrollPaddingTop) || 0;
}
