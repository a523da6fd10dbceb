import type { RemoteKind } from '../messages/messages.ts';
import { scrollBehavior } from './cursor.ts';
import { keyOf } from './page.ts';
import { wishOf } from './remote.ts';
import { idPrefix } from './sanitize.ts';
import { isEdited } from './tools.ts';

export interface PointerActions {
  /** Selects a fragment in the text. */
  reveal(key: string): void;
  /** Opens the text of a fragment in a tab of its own. */
  editText(key: string): void;
  /** Opens a link outside. */
  openLink(href: string): void;
  /** Allows to load from a host. */
  allow(what: RemoteKind, host: string): void;
}

/**
 * A click selects what is under it in the text, a double click opens its text. Nothing is ever navigated
 * to: links to the web open outside, links within the page scroll, all others select their block.
 */
export function listenToPointer(container: HTMLElement, actions: PointerActions): void {
  // While capturing, so that the page around the webview does not act on links of its own accord.
  document.addEventListener(
    'click',
    (event) => {
      const target = event.target instanceof Element ? event.target : null;
      const button = target?.closest('button');
      if (button) {
        const wish = wishOf(button);
        if (wish !== undefined) actions.allow(wish.what, wish.host);
        return;
      }
      const link = target?.closest('a');
      if (link) {
        event.preventDefault();
        event.stopPropagation();
        if (follow(link, actions)) return;
      }
      if (target?.closest('summary')) return;
      const key = keyIn(container, target);
      if (key !== undefined && !isSelecting()) actions.reveal(key);
    },
    { capture: true },
  );
  document.addEventListener('auxclick', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
  });
  container.addEventListener('dblclick', (event) => {
    const key = keyIn(container, event.target instanceof Element ? event.target : null);
    if (key !== undefined) actions.editText(key);
  });
}

/** Whether a link led somewhere. */
function follow(link: HTMLAnchorElement, actions: PointerActions): boolean {
  const href = link.getAttribute('href') ?? '';
  if (/^(?:https?:\/\/|mailto:)/i.test(href)) {
    actions.openLink(href);
    return true;
  }
  const target = href.startsWith('#') ? document.getElementById(idPrefix + href.slice(1)) : null;
  target?.scrollIntoView({ behavior: scrollBehavior() });
  return target !== null;
}

function keyIn(container: HTMLElement, target: Element | null): string | undefined {
  return container.contains(target) && !isEdited(target) ? keyOf(target) : undefined;
}

/** Whether the click ended the marking of some words. */
function isSelecting(): boolean {
  return getSelection()?.isCollapsed === false;
}
