import { setFlagsFromString } from 'node:v8';

/** How many readings are under way. */
let readings = 0;

/**
 * Keeps the engine from making room for short-lived objects while a site is read. Nearly all that
 * comes then stays, which the engine takes for a reason to make its nursery sixteen times as large,
 * and it never gives that back: twenty-five megabytes for as long as an editor runs.
 *
 * @param reading fulfilled or rejected at its end
 */
export async function inSmallNursery(reading: Promise<void>): Promise<void> {
  if (readings++ === 0) setFlagsFromString('--semi-space-growth-factor=1');
  try {
    await reading;
  } finally {
    if (--readings === 0) setFlagsFromString('--semi-space-growth-factor=2');
  }
}
