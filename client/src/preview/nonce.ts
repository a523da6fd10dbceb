/** A random word for one page's policy. `crypto` is there in Node as well as in a web worker. */
export function newNonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
