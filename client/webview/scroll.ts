import type { ScrollPlace } from './host.ts';
import type { Page } from './page.ts';

/** The first fragment in view and where its upper edge is; `undefined` at the very top. */
export function scrollPlace(container: HTMLElement): ScrollPlace | undefined {
  if (scrollY <= 0) return undefined;
  for (const element of container.querySelectorAll<HTMLElement>('[data-key]')) {
    const { top, height } = element.getBoundingClientRect();
    const key = element.dataset['key'];
    // What has no height, and what only holds others, says little about the place.
    if (key === undefined || height === 0 || element.querySelector('[data-key]') !== null) continue;
    if (top + height > 0) return { key, offset: Math.round(top) };
  }
  return undefined;
}

/** Scrolls to where the reader was; to the top without a place, or when it is gone. */
export function scrollTo(page: Page, place: ScrollPlace | undefined): void {
  const top = place && page.element(place.key)?.getBoundingClientRect().top;
  const behavior = 'instant';
  if (place === undefined || top === undefined) window.scrollTo({ top: 0, behavior });
  else window.scrollBy({ top: top - place.offset, behavior });
}

/** Reads what `setState` kept. */
export function parseScrollPlace(value: unknown): ScrollPlace | undefined {
  if (typeof value !== 'object' || value === null || !('place' in value)) return undefined;
  const { place } = value;
  if (typeof place !== 'object' || place === null || !('key' in place) || !('offset' in place)) {
    return undefined;
  }
  const { key, offset } = place;
  return typeof key === 'string' && typeof offset === 'number' ? { key, offset } : undefined;
}
