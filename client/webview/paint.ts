/**
 * Shows what is in data attributes and cannot be in a stylesheet: colours and picture formats. The
 * page's policy forbids style attributes; single properties that a script sets are checked by the
 * browser one by one.
 */
export function paint(root: HTMLElement): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-color]')) {
    const color = element.dataset['color'] ?? '';
    if (isColor(color)) element.style.backgroundColor = color;
  }
  for (const figure of root.querySelectorAll<HTMLElement>('figure[data-ratio]')) {
    const [, width, height] = /^(\d{1,4})\/(\d{1,4})$/.exec(figure.dataset['ratio'] ?? '') ?? [];
    if (width === undefined || height === undefined) continue;
    for (const image of figure.querySelectorAll('img'))
      image.style.aspectRatio = `${width} / ${height}`;
  }
}

/** A colour by value. What would need a look elsewhere, such as `var(…)`, is none. */
function isColor(text: string): boolean {
  return (
    /^(?:#[\da-f]{3,8}|(?:rgb|hsl)a?\([\d\s.,%/a-z+-]{1,40}\))$/i.test(text) &&
    CSS.supports('color', text)
  );
}
