import { code } from './code.ts';
import { gallery } from './gallery.ts';
import { heading } from './heading.ts';
import { image } from './image.ts';
import { line } from './line.ts';
import { list } from './list.ts';
import { markdown } from './markdown.ts';
import { quote } from './quote.ts';
import type { BlockRenderer } from './renderer.ts';
import { text } from './text.ts';
import { video } from './video.ts';

/** Kirby's block types that have a snippet. `table` has none. */
export const renderers: Readonly<Record<string, BlockRenderer>> = {
  code,
  gallery,
  heading,
  image,
  line,
  list,
  markdown,
  quote,
  text,
  video,
};

/** The renderer of a block type; letter case counts. */
export function rendererOf(type: string): BlockRenderer | undefined {
  return Object.hasOwn(renderers, type) ? renderers[type] : undefined;
}
