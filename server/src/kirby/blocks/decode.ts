import { isArray, type JsonValue, parseJson } from '../json/value.ts';
import { isPhpArray, type PhpArray } from './php.ts';

/** How deep `json_decode()` goes by default. */
const deepest = 512;

/**
 * `Kirby\Data\Json::decode()`: the list or object that a text holds; `undefined` where it throws.
 * PHP refuses two things that `JSON.parse` accepts: half of a surrogate pair, and more than 512
 * levels.
 */
export function decodeJson(text: string): PhpArray | undefined {
  const value = parseJson(text);
  return isPhpArray(value) && isAcceptedByPhp(text, value) ? value : undefined;
}

/** Whether PHP reads, too, what `JSON.parse` read from this text. */
export function isAcceptedByPhp(text: string, value: JsonValue): boolean {
  return !hasLoneSurrogate(text) && !isDeeperThan(deepest, value);
}

function hasLoneSurrogate(text: string): boolean {
  if (!/\\u[dD][89a-fA-F]/.test(text)) return false;
  const escapes =
    /\\(?:u([dD][89abAB][\da-fA-F]{2})(\\u[dD][c-fC-F][\da-fA-F]{2})?|u([dD][c-fC-F][\da-fA-F]{2})|.)/gs;
  for (const [, high, low, alone] of text.matchAll(escapes)) {
    if (alone !== undefined || (high !== undefined && low === undefined)) return true;
  }
  return false;
}

function isDeeperThan(levels: number, value: JsonValue): boolean {
  if (!isPhpArray(value)) return false;
  if (levels === 0) return true;
  for (const item of isArray(value) ? value : Object.values(value)) {
    if (isPhpArray(item) && isDeeperThan(levels - 1, item)) return true;
  }
  return false;
}
