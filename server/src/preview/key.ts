import { encodePart } from './encode.ts';

/** The key of a field's fragment. No two names share one, and none begins with `#`. */
export function keyOfField(name: string): string {
  return encodeKey(name);
}

/**
 * The key of what stands inside: the parent's, and the id. What has no id of its own goes by its
 * place (`#2`), which an id never looks like.
 */
export function childKey(parent: string, id: string | undefined, index: number): string {
  return `${parent}/${id === undefined || id === '' ? `#${index}` : encodeKey(id)}`;
}

/** A part of a key, without any sign that would have to be escaped in an attribute. */
function encodeKey(name: string): string {
  return encodePart(name).replaceAll("'", '%27');
}
