import type { Inline, InlineText, InlineType } from '../inline-text.ts';

/** `*em*`, `**strong**` and the same with `_`. Blanks inside the markers do not matter. */
export const emphasis: InlineType = (source, at) => {
  const marker = source.text.charAt(at) === '*' ? '*' : '_';
  const isDouble = source.text.charAt(at + 1) === marker;
  return (isDouble ? read(source, at, marker, 2) : undefined) ?? read(source, at, marker, 1);
};

function read(source: InlineText, at: number, marker: '*' | '_', width: 1 | 2): Inline | undefined {
  const start = at + width;
  const end = source.emphasisEnd({ marker, width }, start);
  if (end < 0) return undefined;
  const name = width === 2 ? 'strong' : 'em';
  const content = source.nested(source.text.slice(start, end));
  return { start: at, end: end + width, html: `<${name}>${content}</${name}>` };
}
