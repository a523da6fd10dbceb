import { type Action, actions } from '../messages/messages.ts';
import { coveredAbove } from './banner.ts';
import type { Page } from './page.ts';
import { isMovable, stateOf, targetAt, type ToolTarget } from './tool-target.ts';

/** Milliseconds that the pointer has to stay on something else: on its way to the toolbar it does not. */
const REST = 250;
/** How far the toolbar reaches into what it belongs to, in pixels. */
const OVERLAP = 8;
/** Between the toolbar and the edges of the window, in pixels. */
const MARGIN = 4;

export interface ToolActions {
  act(action: Action, key: string): void;
  /** @param near what of the fragment was pointed at last */
  edit(key: string, near: Element | undefined): void;
}

/**
 * The toolbar of the row, block or text that was pointed at or has the keyboard, whichever was last. It
 * stands above the upper edge, so that it covers nothing that is read there.
 */
export class Tools {
  readonly #bar: HTMLElement;
  readonly #container: HTMLElement;
  readonly #page: Page;
  readonly #actions: ToolActions;
  #isAllowed = false;
  #target: ToolTarget | undefined;
  /** What of the target was pointed at last. */
  #near: Element | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(bar: HTMLElement, container: HTMLElement, page: Page, actions: ToolActions) {
    this.#bar = bar;
    this.#container = container;
    this.#page = page;
    this.#actions = actions;
    this.#listen();
  }

  /** What the toolbar is for now. */
  get target(): ToolTarget | undefined {
    return this.#target;
  }

  /** @param isAllowed whether the document can be changed */
  allow(isAllowed: boolean): void {
    this.#isAllowed = isAllowed;
    this.#show(this.#at(document.activeElement));
  }

  /** Puts the toolbar right after the page has changed. */
  refresh(): void {
    const key = this.#target?.key;
    if (key === undefined) return;
    const element = this.#page.element(key);
    this.#show(element === undefined ? undefined : this.#at(element));
  }

  /**
   * What was done has made this, or moved it there: it gets the keyboard, unless the toolbar has it. An
   * author who has gone elsewhere meanwhile is left there, and finds it when coming back.
   */
  follow(key: string): void {
    const element = this.#page.element(key);
    if (element === undefined) return;
    if (!document.hasFocus()) {
      const back = (): void => {
        this.#page.element(key)?.focus({ preventScroll: true });
      };
      addEventListener('focus', back, { once: true });
      return;
    }
    const focused = document.activeElement;
    if (this.#bar.contains(focused) && focused instanceof HTMLElement) {
      this.#show(this.#at(element));
      focused.focus({ preventScroll: true });
    } else element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  }

  /**
   * Does what a button does, for the block that has the keyboard.
   *
   * @returns whether there is such a button for it
   */
  press(tool: string, focused: Element): boolean {
    const target = this.#at(focused);
    if (target === undefined || stateOf(target, tool) === 'unused') return false;
    this.#near = undefined;
    this.#show(target);
    this.#run(tool);
    return true;
  }

  /** Gives the keyboard to the toolbar; `false` where there is none. */
  enter(focused: Element): boolean {
    this.#show(this.#at(focused));
    const [first] = this.#buttons();
    first?.focus();
    return first !== undefined;
  }

  hide(): void {
    this.#show(undefined);
  }

  #listen(): void {
    this.#container.addEventListener('pointerover', ({ target }) => {
      if (target instanceof Element) this.#pointedAt(target);
    });
    this.#bar.addEventListener('pointerover', () => {
      clearTimeout(this.#waiting);
    });
    document.documentElement.addEventListener('pointerleave', () => {
      this.#later(this.#at(document.activeElement), undefined);
    });
    this.#container.addEventListener('focusin', ({ target }) => {
      clearTimeout(this.#waiting);
      this.#near = undefined;
      if (target instanceof Element) this.#show(this.#at(target));
    });
    this.#bar.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button !== null) this.#run(button.dataset['action'] ?? '');
    });
    this.#bar.addEventListener('keydown', (event) => {
      this.#key(event);
    });
    for (const name of ['scroll', 'resize'] as const) {
      addEventListener(name, () => {
        this.#place();
      });
    }
  }

  #pointedAt(element: Element): void {
    const target = this.#at(element);
    if (target?.key === this.#target?.key) {
      clearTimeout(this.#waiting);
      this.#near = element;
    } else if (this.#target === undefined) {
      this.#near = element;
      this.#show(target);
    } else this.#later(target, element);
  }

  #later(target: ToolTarget | undefined, near: Element | undefined): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      // Whoever is in the toolbar with the keyboard is not disturbed by the pointer.
      if (this.#bar.contains(document.activeElement)) return;
      this.#near = near;
      this.#show(target);
    }, REST);
  }

  #at(element: Element | null): ToolTarget | undefined {
    const isHere = element !== null && this.#container.contains(element);
    return isHere && this.#isAllowed && !isEdited(element) ? targetAt(element) : undefined;
  }

  #show(target: ToolTarget | undefined): void {
    clearTimeout(this.#waiting);
    if (target?.key !== this.#target?.key && this.#near?.isConnected !== true)
      this.#near = undefined;
    this.#target = target;
    const focused = document.activeElement;
    this.#bar.hidden = target === undefined;
    if (target === undefined) return;
    for (const part of this.#bar.querySelectorAll<HTMLElement>('[data-action]')) {
      const state = stateOf(target, part.dataset['action'] ?? '');
      part.hidden = state === 'unused';
      part.ariaDisabled = String(state === 'blocked');
    }
    for (const part of this.#bar.querySelectorAll<HTMLElement>('[draggable]'))
      part.hidden = !isMovable(target);
    this.#rove(focused);
    this.#place();
  }

  #place(): void {
    const target = this.#target;
    if (target === undefined) return;
    const { top, bottom, left, right } = target.element.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#bar;
    // Where lines end, it covers least of what is read; for a row, at the other side of its blocks' own.
    const isLeft = (target.kind === 'row') !== (this.#container.dir === 'rtl');
    const start = isLeft ? left : right - width;
    const x = Math.max(MARGIN, Math.min(start, innerWidth - width - MARGIN));
    const y = Math.max(coveredAbove() + MARGIN, top - height + OVERLAP);
    this.#bar.style.left = `${String(Math.round(x))}px`;
    this.#bar.style.top = `${String(Math.round(y))}px`;
    this.#bar.classList.toggle('is-away', bottom < y || top > innerHeight);
  }

  #run(tool: string): void {
    const target = this.#target;
    if (target === undefined || stateOf(target, tool) !== 'able') return;
    if (tool === 'edit') {
      this.#actions.edit(target.key, this.#near);
      return;
    }
    const action = actions.find((one) => one === tool);
    if (action === undefined) return;
    // From what is gone the keyboard goes on to the next block.
    if (action === 'delete') target.element.focus({ preventScroll: true });
    this.#actions.act(action, target.key);
  }

  #buttons(): readonly HTMLElement[] {
    return [...this.#bar.querySelectorAll<HTMLElement>('button')].filter(({ hidden }) => !hidden);
  }

  /** Tab leads to one of the buttons, the arrows to the others. */
  #rove(focused: Element | null): void {
    const all = this.#buttons();
    const now = focused === null ? undefined : twinOf(focused);
    const current = all.find((one) => one === now) ?? all.find(isTabbed) ?? all[0];
    for (const one of this.#bar.querySelectorAll<HTMLElement>('button'))
      one.tabIndex = one === current ? 0 : -1;
    if (focused !== current && this.#bar.contains(focused)) current?.focus();
  }

  #key(event: KeyboardEvent): void {
    const all = this.#buttons();
    const at = all.findIndex((one) => one === document.activeElement);
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#target?.element.focus({ preventScroll: true });
      return;
    }
    const next: Readonly<Record<string, HTMLElement | undefined>> = {
      ArrowLeft: all.at(at - 1),
      ArrowRight: all[at + 1] ?? all[0],
      Home: all[0],
      End: all.at(-1),
    };
    const button = next[event.key];
    if (button === undefined) return;
    event.preventDefault();
    button.focus();
    this.#rove(button);
  }
}

/** A button, or once it is hidden the one that takes back what it did. */
function twinOf(button: Element): Element | null {
  if (!(button instanceof HTMLElement) || !button.hidden) return button;
  const twins: Readonly<Record<string, string>> = { hide: 'show', show: 'hide' };
  const twin = twins[button.dataset['action'] ?? ''] ?? '';
  return button.parentElement?.querySelector(`[data-action="${twin}"]`) ?? null;
}

function isTabbed({ tabIndex }: HTMLElement): boolean {
  return tabIndex === 0;
}

/** Whether an element is, or is in, a text that is being written. */
export function isEdited(element: Element | null): boolean {
  return element !== null && element.closest('[contenteditable]') !== null;
}
