import { distance, likelySlips, nearest } from '../text/near.ts';

/**
 * What may have been meant by a type that nobody knows: one that differs by a slip of the pen, other
 * than a plural. The plugin that brings a type need not be in the repository, so that nothing else
 * can be said of one.
 */
export function nearType(type: string, known: Iterable<string>): string | undefined {
  const written = type.toLowerCase();
  const [near] = nearest(known, (name) =>
    written === `${name}s` ? undefined : distance(written, name, Math.min(2, likelySlips(name))),
  );
  return near;
}
