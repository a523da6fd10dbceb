import { setFlagsFromString } from 'node:v8';

/** How many ask for it. */
let holders = 0;

/**
 * Keeps the engine from making more room for short-lived objects. While a site is read nearly all that
 * comes stays, which the engine takes for a reason to make its nursery sixteen times as large, and it
 * never gives that back: twenty-five megabytes for as long as an editor runs.
 *
 * A thread that is started undoes that until it runs.
 *
 * @returns ends it; once is enough, and twice does no harm
 */
export function keepNurserySmall(): () => void {
  holders++;
  setFlagsFromString('--semi-space-growth-factor=1');
  let isHeld = true;
  return () => {
    if (isHeld && --holders === 0) setFlagsFromString('--semi-space-growth-factor=2');
    isHeld = false;
  };
}
