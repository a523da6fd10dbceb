import { stemOf } from './file-types.ts';

/** The forms that a mention of a page or a file may have, taken apart as Kirby and PHP do. */

/** `file://abc?x#y` → `abc` (`Kirby\Uuid\Uri`); `undefined` when it is no UUID of this kind. */
export function uuidIn(reference: string, scheme: 'file' | 'page'): string | undefined {
  const prefix = `${scheme}://`;
  if (!reference.startsWith(prefix) || reference.length === prefix.length) return undefined;
  return /^[^/?#]*/.exec(reference.slice(prefix.length))?.[0] ?? '';
}

/** `@abc` → `abc`: the short form that Kirby's collections take. */
export function shortUuidIn(reference: string): string | undefined {
  return reference.startsWith('@') ? reference.slice(1) : undefined;
}

/** PHP's `dirname()`: `a` of `a/b.jpg`, `.` of `b.jpg`. */
export function dirname(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  if (trimmed === '') return path === '' ? '' : '/';
  const slash = trimmed.lastIndexOf('/');
  if (slash < 0) return '.';
  return trimmed.slice(0, slash).replace(/\/+$/, '') || '/';
}

/** PHP's `basename()`. */
export function basename(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  return trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

/** An id without slashes around it and without an extension, as `Pages::findByKey()` cuts it. */
export function pageKey(reference: string): string {
  const key = reference.replace(/^\/+|\/+$/g, '');
  if (!key.includes('.')) return key;
  const folder = dirname(key);
  const stem = stemOf(basename(key));
  return folder === '.' ? stem : `${folder}/${stem}`;
}
