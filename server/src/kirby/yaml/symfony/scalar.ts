import { fitsInteger, isNumeric } from '../../text/php-number.ts';
import { timestamp } from './timestamp.ts';

/** What a plain scalar means to Symfony (`Inline::evaluateScalar()`), or why it is refused. */
export type SymfonyScalar =
  | { readonly kind: 'value'; readonly value: null | boolean | number | string }
  | { readonly kind: 'error'; readonly message: string };

/** Reads a scalar without quotes. */
export function symfonyScalar(text: string): SymfonyScalar {
  const reserved = /^[@`|>%]/.exec(text)?.[0];
  if (reserved !== undefined) {
    return error(
      `The reserved indicator "${reserved}" cannot start a plain scalar; you need to quote the scalar.`,
    );
  }
  const word = wordValue(text);
  if (word !== undefined) return { kind: 'value', value: word.value };
  const octal = /^[+-]?0o([0-7_]+)$/.exec(text)?.[1];
  if (octal !== undefined) {
    const value = Number.parseInt(octal.replaceAll('_', '') || '0', 8);
    return { kind: 'value', value: text.startsWith('-') ? -value : value };
  }
  return /^[-+.0-9]/.test(text) ? numeric(text) : { kind: 'value', value: text };
}

function wordValue(text: string): { readonly value: null | boolean } | undefined {
  if (text === '' || text === '~') return { value: null };
  switch (text.toLowerCase()) {
    case 'null':
      return { value: null };
    case 'true':
      return { value: true };
    case 'false':
      return { value: false };
    default:
      return undefined;
  }
}

function numeric(text: string): SymfonyScalar {
  const digits = /^[+-]?[0-9][0-9_]*$/.test(text) ? text.replaceAll('_', '') : text;
  if (/^-?[0-9]+$/.test(digits)) {
    // `007`, `-0` and what 64 bits cannot hold stay text.
    const isCanonical = /^(?:0|-?[1-9][0-9]*)$/.test(digits) && fitsInteger(digits);
    return { kind: 'value', value: isCanonical ? Number(digits) : digits };
  }
  if (isNumeric(digits)) return { kind: 'value', value: Number(digits) };
  if (/^0x[0-9a-f_]+$/i.test(digits)) {
    return { kind: 'value', value: Number(digits.replaceAll('_', '')) };
  }
  if (/^[+-]?[0-9][0-9_]*(?:\.[0-9_]+)?$/.test(digits)) {
    return { kind: 'value', value: Number(digits.replaceAll('_', '')) };
  }
  const infinite = /^(-?)\.(?:inf|nan)$/i.exec(digits);
  // Symfony reads `.nan` as infinity too; `-.nan` is text.
  if (infinite !== null && !/^-\.nan$/i.test(digits)) {
    return { kind: 'value', value: infinite[1] === '-' ? -Infinity : Infinity };
  }
  const seconds = timestamp(digits);
  if (seconds === 'invalid') {
    return error(`The date "${digits}" could not be parsed as it is an invalid date.`);
  }
  return { kind: 'value', value: seconds ?? digits };
}

function error(message: string): SymfonyScalar {
  return { kind: 'error', message };
}
