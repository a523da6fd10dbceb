import type { Progress } from '../messages/messages.ts';
import type { Page } from './page.ts';

/** Elements that a text is counted by: each is at the top of the window by itself. */
const paragraphs = 'p, li, h1, h2, h3, h4, h5, h6, pre, blockquote, figure, tr, dd';

/** What is at the top of the window: the fragment, and the place in its text. */
export function placeAtTop(container: HTMLElement, top: number): Progress | undefined {
  if (scrollY <= 0) return { key: '', progress: 0 };
  for (const element of innermost(container)) {
    const { key } = element.dataset;
    if (key !== undefined && element.getBoundingClientRect().bottom > top + 1)
      return { key, progress: progressAt(element, top) };
  }
  return undefined;
}

/** Brings a place of a fragment to the top of the window, at once. */
export function showAtTop(page: Page, { key, progress }: Progress, top: number): void {
  const element = page.element(key);
  if (key !== '' && element === undefined) return;
  const by = element === undefined ? -scrollY : heightOf(element, progress) - top;
  scrollBy({ top: by, behavior: 'instant' });
}

/** The fragments that can be seen, in order: what holds others is passed through with them. */
function* innermost(container: HTMLElement): Generator<HTMLElement, void> {
  for (const element of container.querySelectorAll<HTMLElement>('[data-key]')) {
    const isSeen = element.getBoundingClientRect().height > 0;
    if (isSeen && element.querySelector('[data-key]') === null) yield element;
  }
}

interface Part {
  /** In the window: from its own upper edge to that of the next one. */
  readonly top: number;
  readonly bottom: number;
  /** Of its text; what has none counts as one letter. */
  readonly length: number;
}

/** The innermost paragraphs of a fragment, without gaps; what has none is one itself. */
function partsOf(element: HTMLElement): readonly Part[] {
  const inner = [...element.querySelectorAll<HTMLElement>(paragraphs)].filter(
    (one) => one.querySelector(paragraphs) === null,
  );
  const all = inner.length === 0 ? [element] : inner;
  const { top, bottom } = element.getBoundingClientRect();
  const tops = all.map((one, at) => (at === 0 ? top : one.getBoundingClientRect().top));
  return all.map((one, at) => ({
    top: tops[at] ?? top,
    bottom: tops[at + 1] ?? bottom,
    length: Math.max(1, one.textContent.length),
  }));
}

/** How much of the text of a fragment is above a height of the window. */
function progressAt(element: HTMLElement, height: number): number {
  let before = 0;
  let all = 0;
  for (const { top, bottom, length } of partsOf(element)) {
    const share = bottom > top ? (height - top) / (bottom - top) : 0;
    before += length * Math.min(1, Math.max(0, share));
    all += length;
  }
  return before / all;
}

/** The height in the window of a place in the text of a fragment. */
function heightOf(element: HTMLElement, progress: number): number {
  const parts = partsOf(element);
  let left = progress * parts.reduce((sum, { length }) => sum + length, 0);
  for (const { top, bottom, length } of parts) {
    if (left <= length) return top + (left / length) * (bottom - top);
    left -= length;
  }
  return element.getBoundingClientRect().bottom;
}
