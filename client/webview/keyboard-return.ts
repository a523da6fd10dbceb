import type { Stops } from './stops.ts';

/** Milliseconds: the keyboard is not taken from a list that opens as soon as another one closes. */
const SETTLED = 150;

/**
 * Whatever takes the keyboard outside of the page, a list of commands or the text, takes it from its
 * block for good: coming back, the browser gives it to the page as a whole. Here what had it gets it
 * again. Where the pointer is on the page it waits for a key: nothing is to move under a click.
 */
export function listenToReturn(stops: Stops): void {
  let last: Element | undefined;
  const giveBack = (): boolean => {
    if (document.activeElement !== document.body) return false;
    if (last instanceof HTMLElement) last.focus({ preventScroll: true });
    // It may be gone, replaced, or hidden.
    if (document.activeElement === document.body && stops.key !== undefined) stops.enter();
    return document.activeElement !== document.body;
  };
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) last = target;
  });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  addEventListener('focus', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const isHere = document.hasFocus() && !document.documentElement.matches(':hover');
      if (isHere) giveBack();
    }, SETTLED);
  });
  addEventListener('blur', () => {
    clearTimeout(waiting);
  });
  const onKey = (event: KeyboardEvent): void => {
    const isBack = giveBack();
    // Nobody has seen where the keyboard is: Tab leads there.
    if (isBack && event.key === 'Tab') event.preventDefault();
  };
  document.addEventListener('keydown', onKey, { capture: true });
}
