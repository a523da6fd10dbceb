import { keyOf } from './page.ts';
import { stop, type Stops } from './stops.ts';
import { isEdited } from './tools.ts';

export interface KeyboardActions {
  /** Selects a fragment in the text and goes there. */
  reveal(key: string): void;
  /** Goes back to the text. */
  leave(): void;
}

/**
 * The page by keyboard: Tab leads to a block, the arrows from one to the next, Home and End to the first
 * and the last; Enter goes to the text of the block, Escape back to the text. Links and buttons keep
 * their own keys.
 */
export function listenToKeyboard(stops: Stops, actions: KeyboardActions): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isEdited(document.activeElement)) return;
    if (event.key === 'Escape') {
      actions.leave();
      return;
    }
    const focused = document.activeElement;
    if (focused?.matches(stop) !== true) return;
    if (event.key === 'Enter') {
      const key = keyOf(focused);
      if (key === undefined) return;
      event.preventDefault();
      actions.reveal(key);
      return;
    }
    const target = event.shiftKey ? undefined : targetOf(event.key, focused, stops.all());
    if (target === undefined) return;
    event.preventDefault();
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest' });
  });
}

/** Where a key leads from a block; `undefined` when the key is not ours or there is nothing there. */
function targetOf(
  key: string,
  from: Element,
  stops: readonly HTMLElement[],
): HTMLElement | undefined {
  const at = stops.findIndex((one) => one === from);
  const { top, bottom } = from.getBoundingClientRect();
  switch (key) {
    // A block that is higher than the window is scrolled through first.
    case 'ArrowDown':
      return bottom > innerHeight + 1 ? undefined : stops[at + 1];
    case 'ArrowUp':
      return top < -1 || at === 0 ? undefined : stops[at - 1];
    case 'Home':
      return stops[0];
    case 'End':
      return stops.at(-1);
    default:
      return undefined;
  }
}
