/** Fields that hold no value are as if they were empty. */
export function readNothing(): null {
  return null;
}
