import { PhpArray, type PhpValue } from '../php-array.ts';
import { fitsInteger, isNumeric } from '../../text/php-number.ts';
import { isSpace, phpTrim, trimEndOf } from '../../text/php.ts';
import { splitFlow } from './flow.ts';

/** Deeper lists are kept as text. PHP would read on; no author writes this. */
export const maximumDepth = 64;

/** What Spyc makes of the text of a value (`Spyc::_toType()`). */
export function spycValue(text: string, depth = 0): PhpValue {
  if (text === '') return '';
  const first = text.charAt(0);
  const last = text.charAt(text.length - 1);
  if (text !== '0' && isQuote(first) && isQuote(last)) return unquoted(text, first);
  const value = text.includes(' #') ? withoutComment(text) : text;
  if (depth > maximumDepth) return value;
  if (first === '[' && last === ']') return flowList(value, depth);
  if (value.includes(': ') && first !== '{') {
    const colon = value.indexOf(': ');
    const inner = spycValue(phpTrim(value.slice(colon + 2)), depth + 1);
    return PhpArray.with(phpTrim(value.slice(0, colon)), inner);
  }
  if (first === '{' && last === '}') return flowMap(value, depth);
  return plainValue(value);
}

/** Cuts from the first `#` with a blank before it on, unless it is the last character. */
function withoutComment(text: string): string {
  let hash = text.indexOf('#', 1);
  while (hash >= 0 && !isSpace(text.charCodeAt(hash - 1))) hash = text.indexOf('#', hash + 1);
  if (hash < 0 || hash === text.length - 1) return text;
  return trimEndOf(text.slice(0, hash), ' \t\n\v\f\r');
}

function unquoted(text: string, quote: string): string {
  const inner = text.slice(1, -1).replaceAll('\\n', '\n');
  return quote === "'" ? inner.replace(/''|\\'/g, "'") : inner.replace(/\\(["'])/g, '$1');
}

function flowList(value: string, depth: number): PhpValue {
  const inner = phpTrim(value.slice(1, -1));
  if (inner === '') return new PhpArray();
  return PhpArray.of(...splitFlow(inner).map((item) => spycValue(item, depth + 1)));
}

/** `{a: 1, b}`: what has no colon is appended like an item of a list, what is empty is dropped. */
function flowMap(value: string, depth: number): PhpValue {
  const map = new PhpArray();
  const inner = phpTrim(value.slice(1, -1));
  if (inner === '') return map;
  for (const part of splitFlow(inner)) {
    const item = spycValue(part, depth + 1);
    if (item instanceof PhpArray) {
      const key = item.firstKey;
      if (key !== undefined) map.set(key, item.get(key) ?? null);
    } else if (item !== null && item !== false && item !== 0 && item !== '' && item !== '0') {
      map.append(item);
    }
  }
  return map;
}

/** Spyc knows the words of YAML 1.1, in lower case, upper case and capitalised. */
function plainValue(value: string): PhpValue {
  if (value === '' || isWord(value, ['null', '~'])) return null;
  if (/^-?[1-9][0-9]*$/.test(value)) return fitsInteger(value) ? Number(value) : value;
  if (/^0[xX][0-9a-fA-F]+$/.test(value)) return Number(value);
  if (isTrueWord(value)) return true;
  if (isFalseWord(value)) return false;
  if (value === '0') return 0;
  // `1.0` and `0.50` end in a nought and stay text, `007` and `1.5` become numbers.
  return isNumeric(value) && !value.endsWith('0') ? Number(value) : value;
}

/** Whether Spyc would read a text as a word with a meaning, so that it must be quoted. */
export function isSpycWord(value: string): boolean {
  return isTrueWord(value) || isFalseWord(value) || isWord(value, ['null', '~']);
}

function isTrueWord(value: string): boolean {
  return isWord(value, ['true', 'on', 'yes', 'y']);
}

function isFalseWord(value: string): boolean {
  return isWord(value, ['false', 'off', 'no', 'n']);
}

function isWord(value: string, words: readonly string[]): boolean {
  if (value.length > 5) return false;
  const lower = value.toLowerCase();
  if (!words.includes(lower)) return false;
  const isCapitalised = value === lower.charAt(0).toUpperCase() + lower.slice(1);
  return value === lower || value === lower.toUpperCase() || isCapitalised;
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}
