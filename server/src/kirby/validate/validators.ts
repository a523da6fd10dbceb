import { scalarText } from '../blueprint/raw.ts';
import { isArray, type JsonValue } from '../json/value.ts';
import { isNumeric } from '../text/php-number.ts';
import { isEmail } from './email.ts';
import { expressionFrom, matches } from './pattern.ts';
import { isUrl } from './url.ts';
import { say } from '../text/say.ts';

/** One of Kirby's validators, as far as the answer for a text is certain. */
interface Validator {
  /** Whether Kirby certainly refuses the text. */
  readonly refuses: (text: string, args: readonly JsonValue[]) => boolean;
  /** What the text has to do: `be a number`. */
  readonly wanted: (args: readonly JsonValue[], text: string) => string;
}

/**
 * What a text would have to do to pass a validator (`Kirby\Toolkit\V`); `undefined` where it passes,
 * and where that is not certain: with a validator of a plugin, with arguments of another kind.
 *
 * @param name as the blueprint spells it; upper and lower case count as one
 * @param text not empty, without blanks around it
 * @param args `[3]` of `min: 3`
 */
export function unmetWish(
  name: string,
  text: string,
  args: readonly JsonValue[],
): string | undefined {
  const validator = validators.get(name.toLowerCase());
  return validator?.refuses(text, args) === true ? validator.wanted(args, text) : undefined;
}

function only(refuses: (text: string) => boolean, wanted: () => string): Validator {
  return { refuses, wanted };
}

/** A validator with one argument that is a text. */
function withText(
  refuses: (text: string, given: string) => boolean,
  wanted: (given: string) => string,
): Validator {
  return {
    refuses: (text, [given]) => {
      const isCertain = typeof given === 'string' && given !== '' && given.trim() === given;
      return isCertain && refuses(text, given);
    },
    wanted: ([given]) => wanted(`"${scalarText(given)}"`),
  };
}

/** A validator with one argument that is a list. */
function withList(
  refuses: (text: string, list: readonly JsonValue[]) => boolean,
  wanted: (list: string) => string,
): Validator {
  const listIn = (given: JsonValue | undefined): readonly JsonValue[] =>
    isArray(given) ? given : [];
  return {
    refuses: (text, [given]) => listIn(given).length > 0 && refuses(text, listIn(given)),
    wanted: ([given]) => wanted(listIn(given).map(quoted).join(', ')),
  };
}

/** A validator with numbers, of something that is counted. */
function withNumbers(
  count: (text: string) => number,
  refuses: (count: number, ...limits: readonly number[]) => boolean,
  words: (limits: readonly number[]) => string,
  unit: (text: string, bound: string) => string,
): Validator {
  return {
    refuses: (text, args) => {
      const limits = args.map(numberOf);
      return limits.length > 0 && limits.every(Number.isFinite) && refuses(count(text), ...limits);
    },
    wanted: (args, text) => unit(text, words(args.map(numberOf))),
  };
}

function numberOf(value: JsonValue): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && isNumeric(value) ? Number(value) : NaN;
}

function quoted(value: JsonValue): string {
  return `"${scalarText(value)}"`;
}

/** `V::size()`: a number by its value, any other text by its characters. */
function sizeOf(text: string): number {
  return isNumeric(text) ? Number(text) : charactersIn(text);
}

function sizeUnit(text: string, bound: string): string {
  return isNumeric(text) ? say`be ${bound}` : lengthUnit(text, bound);
}

function lengthUnit(_text: string, bound: string): string {
  return say`have a number of characters that is ${bound}`;
}

function charactersIn(text: string): number {
  return Array.from(text).length;
}

function wordsIn(text: string): number {
  return text.split(' ').length;
}

function wordUnit(_text: string, bound: string): string {
  return say`have a number of words that is ${bound}`;
}

/** PHP's `==` of a text with something else may take both for numbers. */
function surelyDiffer(text: string, other: JsonValue): boolean {
  return typeof other === 'string' && text !== other && !(isNumeric(text) && isNumeric(other));
}

const atLeast = ([limit]: readonly number[]): string => say`at least ${String(limit)}`;
const atMost = ([limit]: readonly number[]): string => say`at most ${String(limit)}`;

const validators: ReadonlyMap<string, Validator> = new Map([
  [
    'accepted',
    only(
      (text) => !['yes', 'true', '1', 'on'].includes(text),
      () => say`be "yes", "true", "on" or "1"`,
    ),
  ],
  [
    'alpha',
    letters(
      /^[a-z]+$/i,
      /^\p{L}+$/u,
      () => say`consist of the letters a to z`,
      () => say`consist of letters`,
    ),
  ],
  [
    'alphanum',
    letters(
      /^[a-z0-9]+$/i,
      /^[\p{L}\p{N}]+$/u,
      () => say`consist of the letters a to z and digits`,
      () => say`consist of letters and digits`,
    ),
  ],
  [
    'between',
    withNumbers(
      sizeOf,
      // Without the second one PHP stops with an error of its own.
      (size, least = 0, most = NaN) => !Number.isNaN(most) && (size < least || size > most),
      ([least, most]) => say`between ${String(least)} and ${String(most)}`,
      sizeUnit,
    ),
  ],
  [
    'contains',
    withText(
      (text, given) => !text.includes(given),
      (given) => say`contain ${given}`,
    ),
  ],
  [
    'denied',
    only(
      (text) => !['no', 'false', '0', 'off'].includes(text),
      () => say`be "no", "false", "off" or "0"`,
    ),
  ],
  [
    'different',
    withText(
      (text, given) => text === given,
      (given) => say`be another text than ${given}`,
    ),
  ],
  [
    'email',
    only(
      (text) => !isEmail(text),
      () => say`be an email address`,
    ),
  ],
  [
    'endswith',
    withText(
      (text, given) => !text.endsWith(given),
      (given) => say`end with ${given}`,
    ),
  ],
  [
    'filename',
    only(
      (text) => !/^[a-z0-9@._-]+$/i.test(text),
      () => say`consist of the letters a to z, digits and the characters "@", ".", "_" and "-"`,
    ),
  ],
  [
    'in',
    withList(
      (text, list) => list.every((item) => surelyDiffer(text, item)),
      (given) => say`be one of ${given}`,
    ),
  ],
  [
    'integer',
    only(
      (text) => !/^[+-]?\d+$/.test(text),
      () => say`be a whole number`,
    ),
  ],
  [
    'ip',
    only(
      (text) => !/^[\da-f:.]+$/i.test(text),
      () => say`be an IP address`,
    ),
  ],
  [
    'less',
    withNumbers(
      sizeOf,
      (size, limit = Infinity) => size >= limit,
      ([limit]) => say`less than ${String(limit)}`,
      sizeUnit,
    ),
  ],
  [
    'match',
    {
      refuses: (text, [given]) => {
        const expression = typeof given === 'string' ? expressionFrom(given) : undefined;
        return expression !== undefined && matches(text, expression) === false;
      },
      wanted: ([given]) => say`match ${scalarText(given)}`,
    },
  ],
  ['max', withNumbers(sizeOf, (size, most = Infinity) => size > most, atMost, sizeUnit)],
  [
    'maxlength',
    withNumbers(charactersIn, (size, most = Infinity) => size > most, atMost, lengthUnit),
  ],
  ['maxwords', withNumbers(wordsIn, (count, most = Infinity) => count > most, atMost, wordUnit)],
  ['min', withNumbers(sizeOf, (size, least = 0) => size < least, atLeast, sizeUnit)],
  ['minlength', withNumbers(charactersIn, (size, least = 0) => size < least, atLeast, lengthUnit)],
  ['minwords', withNumbers(wordsIn, (count, least = 0) => count < least, atLeast, wordUnit)],
  [
    'more',
    withNumbers(
      sizeOf,
      (size, limit = -Infinity) => size <= limit,
      ([limit]) => say`more than ${String(limit)}`,
      sizeUnit,
    ),
  ],
  [
    'notcontains',
    withText(
      (text, given) => text.includes(given),
      (given) => say`not contain ${given}`,
    ),
  ],
  [
    'notin',
    withList(
      (text, list) => list.includes(text),
      (given) => say`be none of ${given}`,
    ),
  ],
  [
    'num',
    only(
      (text) => !isNumeric(text),
      () => say`be a number`,
    ),
  ],
  ['same', withText(surelyDiffer, (given) => say`be ${given}`)],
  [
    'startswith',
    withText(
      (text, given) => !text.startsWith(given),
      (given) => say`begin with ${given}`,
    ),
  ],
  [
    'tel',
    only(
      (text) => !/^\+?[0-9]+$/.test(text),
      () => say`be digits alone, or these behind a "+"`,
    ),
  ],
  [
    'url',
    only(
      (text) => !isUrl(text),
      () => say`be a full address such as https://example.com`,
    ),
  ],
]);

/** With `true` letters of all scripts count. */
function letters(
  ascii: RegExp,
  unicode: RegExp,
  ofAscii: () => string,
  ofAll: () => string,
): Validator {
  return {
    refuses: (text, [given]) => !(given === true ? unicode : ascii).test(text),
    wanted: ([given]) => (given === true ? ofAll() : ofAscii()),
  };
}
