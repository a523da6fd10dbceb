import type { Mode } from '../repair/reading.ts';

/** Whether a value may begin in this mode. */
export function expectsValue(mode: Mode): boolean {
  return mode === 'value' || mode === 'item' || mode === 'first-item';
}

/** Whether a key may begin in this mode. */
export function expectsKey(mode: Mode): boolean {
  return mode === 'key' || mode === 'first-key';
}
