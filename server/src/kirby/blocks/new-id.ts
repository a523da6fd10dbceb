/**
 * An id in the form of Kirby's own (UUID, version 4), derived from a text: the same text gives the
 * same id. A fix stays a pure function this way, and what it will write can be shown beforehand.
 *
 * @param seed something that is different for each id wanted: the field's text and the place, say
 */
export function newId(seed: string): string {
  const hex = [11, 23, 37, 53]
    .map((salt) => hash(seed, salt).toString(16).padStart(8, '0'))
    .join('');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** MurmurHash3's mixing over UTF-16 code units: 32 bits, unsigned. */
function hash(text: string, salt: number): number {
  let h = Math.imul(salt, 0x9e3779b1);
  for (let at = 0; at < text.length; at++) {
    h = Math.imul(h ^ text.charCodeAt(at), 0xcc9e2d51);
    h = (h << 15) | (h >>> 17);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
