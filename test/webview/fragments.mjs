// Fragments in the form that the renderer gives them.

export const block = (key, inner) =>
  `<article class="kirby-block" data-key="${key}" role="article" aria-label="Text block" tabindex="0">${inner}</article>`;

export const slot = (key) => `<kirby-slot data-key="${key}"></kirby-slot>`;

export const column = (key, keys) =>
  `<div class="kirby-column kirby-span-12" data-key="${key}" role="group" aria-label="Column">${keys.map(slot).join('')}</div>`;

/** A column under the key `c` with blocks under `c/NAME`. */
export function page(blocks) {
  const keys = Object.keys(blocks).map((name) => `c/${name}`);
  return {
    c: column('c', keys),
    ...Object.fromEntries(
      Object.entries(blocks).map(([name, inner]) => [`c/${name}`, block(`c/${name}`, inner)]),
    ),
  };
}

/** Text that is higher than the window. */
export const tall = '<p>A line of text.</p>'.repeat(60);
