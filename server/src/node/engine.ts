import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

// The flags of the engine are V8's own, and hold for all threads of the process; an engine that does not
// know them says so, and goes on.

/**
 * Has functions compiled as soon as they are called. Bytecode is not interpreted for long then: the first
 * keys of a session are the slow ones.
 */
export function compileAtOnce(): void {
  setFlagsFromString('--always-sparkplug');
}

/**
 * Keeps the engine from making more room for short-lived objects than it has by now. While a site is read
 * nearly all that comes stays, and later much comes at once, which the engine takes for a reason to make its
 * nursery sixteen times as large. It never gives that back: twenty-five megabytes for as long as an
 * editor runs, while no key is answered sooner for it.
 */
export function keepNurserySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Has the engine look for garbage once the heap is twice as large as what was left the last time; it waits
 * for four times as much by itself. A server goes on for as long as its editor.
 */
export function collectSooner(): void {
  setFlagsFromString('--heap-growing-percent=100');
}

/**
 * Takes back what the engine was told. Whatever it has compiled under other flags than these, the modules of
 * Node in a new thread included, it compiles anew: a thread takes three times as long to start.
 */
export function asAtStart(): void {
  setFlagsFromString('--no-always-sparkplug');
  setFlagsFromString('--semi-space-growth-factor=2');
  setFlagsFromString('--heap-growing-percent=0');
}

/**
 * Makes the nursery of this thread a large one; the next thread's is of the usual size. A thread that reads
 * a site and ends soon afterwards spends a fifth less time with it. The engine makes it larger when much of
 * what came stays.
 */
export function enlargeNursery(): void {
  setFlagsFromString('--semi-space-growth-factor=8');
  const kept: object[] = [];
  // Once is enough; an engine that does not know the flag makes it larger little by little.
  for (let round = 0; round < 60 && nurserySize() < LARGE; round++) {
    for (let index = 0; index < 5_000; index++) kept.push({ index });
  }
}

/** In bytes, of which the engine uses one half at a time. */
const LARGE = 16 * 2 ** 20;

function nurserySize(): number {
  return (
    getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ??
    LARGE
  );
}
