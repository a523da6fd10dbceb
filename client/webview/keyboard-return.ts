import type { Stops } from './stops.ts';

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
  addEventListener('focus', () => {
    if (!document.documentElement.matches(':hover')) giveBack();
  });
  const onKey = (event: KeyboardEvent): void => {
    const isBack = giveBack();
    // Nobody has seen where the keyboard is: Tab leads there.
    if (isBack && event.key === 'Tab') event.preventDefault();
  };
  document.addEventListener('keydown', onKey, { capture: true });
}
