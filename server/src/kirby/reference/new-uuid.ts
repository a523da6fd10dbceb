/** The forms in which Kirby makes UUIDs (`Kirby\Uuid\Uuid::generate()`). */
export type UuidFormat =
  /** Sixteen characters `a`–`z` and `0`–`9`. */
  | 'short'
  /** Version 4 of RFC 9562, with hyphens. */
  | 'uuid-v4';

const LENGTH = 16;

/**
 * A new UUID as the site makes them.
 *
 * @param random a random UUID, version 4: `9b2f0e6c-…`
 * @returns `x0eszp6nhmeie0ai`, or `random` itself
 */
export function newUuid(random: string, format: UuidFormat): string {
  if (format === 'uuid-v4') return random;
  const digits = BigInt(`0x${random.replace(/[^0-9a-f]/gi, '') || '0'}`).toString(36);
  // The digits at the end hold the most of what is random.
  return digits.slice(-LENGTH).padStart(LENGTH, '0');
}
