import type { Attributes } from './escape.ts';
import { stripEnd } from './line.ts';
import { element, inline, type MarkdownNode } from './node.ts';

const group = String.raw`\{((?:[#.][-\w]+ *)+)\}`;
const atEnd = new RegExp(`${group} *$`);
const atStart = new RegExp(`^ *${group}`);

/**
 * A heading; Parsedown Extra takes `{#id .class}` at its end for its attributes.
 *
 * @param marks what is dropped between the text and its attributes
 */
export function headingNode(
  name: string,
  text: string,
  extra: boolean,
  marks: string,
): MarkdownNode {
  const match = extra && text.includes('{') ? atEnd.exec(text) : null;
  if (match === null) return element(name, inline(text));
  const title = stripEnd(text.slice(0, match.index), marks);
  return element(name, inline(title), readAttributes(match[1] ?? ''));
}

/** `{#id .class}` after a link: what it says and how long it is. */
export function attributesAfter(
  text: string,
  start: number,
): { readonly attributes: Attributes; readonly length: number } | undefined {
  const match = atStart.exec(text.slice(start, start + 1000));
  return match === null
    ? undefined
    : { attributes: readAttributes(match[1] ?? ''), length: match[0].length };
}

function readAttributes(text: string): Attributes {
  const words = text.split(' ').filter((word) => word !== '');
  const id = words.findLast((word) => word.startsWith('#'));
  const classes = words.filter((word) => word.startsWith('.')).map((word) => word.slice(1));
  return [
    ['id', id?.slice(1)],
    ['class', classes.length === 0 ? undefined : classes.join(' ')],
  ];
}
