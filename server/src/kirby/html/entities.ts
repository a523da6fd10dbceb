import { characterNamed } from '../kirbytext/html-entities.ts';

/** Text with its character references resolved. What is not known stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole) => referredTo(whole) ?? whole);
}

/** A character reference: `&eacute;`, `&#233;`, `&#xE9;`. */
export const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]*);/g;

/** The character that a reference stands for; `undefined` for a name that HTML 4 does not have. */
export function referredTo(written: string): string | undefined {
  const name = written.slice(1, -1);
  if (!name.startsWith('#')) return name === 'apos' ? "'" : characterNamed(name);
  const digits = name.slice(1);
  const code = /^[xX]/.test(digits) ? parseInt(digits.slice(1), 16) : Number(digits);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
