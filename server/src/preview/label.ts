/** A name as people write it: `visual_color` → `Visual color`, `readingTime` → `Reading time`. */
export function labelOf(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

/** A part of a class name: letters, digits and hyphens. */
export function classPart(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d-]+/g, '-');
}
